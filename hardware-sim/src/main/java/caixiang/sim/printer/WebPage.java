package caixiang.sim.printer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** What printer-more-info and printer-icons point at: the queue in plain text, and a picture of a printer. */
final class WebPage implements HttpHandler {
    private static final int ICON_PIXELS = 128;

    private final JobQueue queue;

    WebPage(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, "text/plain; charset=utf-8", text().getBytes(StandardCharsets.UTF_8));
                case "/icon.png" -> send(exchange, "image/png", icon());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String text() {
        JobQueue.PrinterStatus status = queue.status();
        StringBuilder text = new StringBuilder(status.state() + " " + status.conditions() + "\n");
        queue.all()
                .forEach(job -> text.append(job.id())
                        .append(' ')
                        .append(job.state())
                        .append(' ')
                        .append(job.ticket().name())
                        .append('\n'));
        return text.toString();
    }

    private static byte[] icon() throws IOException {
        BufferedImage picture = new BufferedImage(ICON_PIXELS, ICON_PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.fillRect(12, 52, 104, 48);
        pen.setColor(Color.WHITE);
        pen.fillRect(32, 20, 64, 36);
        pen.fillRect(32, 84, 64, 32);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
