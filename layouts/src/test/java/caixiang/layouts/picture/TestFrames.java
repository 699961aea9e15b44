package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Pictures with known geometry, drawn here: nobody's photograph. */
public final class TestFrames {

    public static final Color BACKGROUND = new Color(100, 197, 255);

    private TestFrames() {}

    /**
     * A bust before light blue. A red edge of one hundredth of the width all round shows where the picture ends; the
     * parting and the L on the shoulder show turning and mirroring.
     */
    public static JpegBytes portrait(PixelSize size, int dpi) {
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(BACKGROUND);
        g.fillRect(0, 0, size.width(), size.height());
        g.scale(size.width() / 500.0, size.height() / 700.0);
        g.setColor(new Color(40, 44, 60));
        g.fillRoundRect(60, 520, 380, 300, 160, 160);
        g.setColor(new Color(226, 180, 150));
        g.fillRect(215, 430, 70, 120);
        g.fillOval(140, 160, 220, 310);
        g.setColor(new Color(30, 22, 18));
        g.fillArc(130, 130, 240, 250, 0, 180);
        g.fillArc(128, 180, 60, 160, 60, 180);
        g.setColor(Color.WHITE);
        g.fillOval(180, 285, 44, 22);
        g.fillOval(276, 285, 44, 22);
        g.setColor(Color.BLACK);
        g.fillOval(193, 286, 20, 20);
        g.fillOval(289, 286, 20, 20);
        g.setStroke(new BasicStroke(6));
        g.drawArc(205, 370, 90, 40, 190, 160);
        g.setColor(Color.YELLOW);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 90));
        g.drawString("L", 100, 650);
        g.setColor(Color.RED);
        g.setStroke(new BasicStroke(10));
        g.drawRect(5, 5, 490, 690);
        g.dispose();
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return JpegEncoder.encode(new Picture(size, bgr), 95, dpi);
    }
}
