package caixiang.station.portrait.opencv;

import caixiang.station.portrait.find.Box;
import caixiang.station.portrait.find.FaceDetector;
import caixiang.station.portrait.find.GreyPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Viola-Jones cascades as they come with OpenCV. A face is where a Haar cascade and a cascade of local binary patterns
 * agree: each alone also finds collars and ties. Holds native memory; not for several threads at a time.
 */
public final class CascadeFaces implements FaceDetector, AutoCloseable {
    private static final String DATA = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/";

    /** Faces are looked for on a picture of about this longer edge: finer ones take longer and are no better. */
    private static final int LONG_EDGE = 750;

    private static final int FACE_MIN = 60;
    private static final int FACES_MAX = 8;

    /** Eyes are looked for on a face of about this width. */
    private static final int EYE_FACE_WIDTH = 260;

    private static final double FACE_STEP = 1.1;
    private static final int FACE_NEIGHBOURS = 4;

    /** For a second look when the first finds nobody: slower, and sees more. */
    private static final double FINE_FACE_STEP = 1.04;

    private static final int FINE_FACE_NEIGHBOURS = 2;

    private static final double EYE_STEP = 1.08;
    private static final int EYE_NEIGHBOURS = 3;

    /** Mouths and nostrils look like eyes to a cascade; no eye is lower than this in the box of a face. */
    private static final double EYES_ABOVE = 0.62;

    private final CascadeClassifier haar;
    private final CascadeClassifier patterns;
    private final List<CascadeClassifier> eyes;

    private CascadeFaces(CascadeClassifier haar, CascadeClassifier patterns, List<CascadeClassifier> eyes) {
        this.haar = haar;
        this.patterns = patterns;
        this.eyes = eyes;
    }

    /**
     * Loads the native library: half a second, and longer the first time on a machine, when it is unpacked.
     *
     * @throws IOException if there is none for this machine, or it cannot be loaded
     */
    public static CascadeFaces load() throws IOException {
        try {
            Loader.load(opencv_core.class);
            opencv_core.setNumThreads(1);
            return new CascadeFaces(
                    cascade("haarcascades/haarcascade_frontalface_alt2.xml"),
                    cascade("lbpcascades/lbpcascade_frontalface_improved.xml"),
                    List.of(
                            cascade("haarcascades/haarcascade_eye_tree_eyeglasses.xml"),
                            cascade("haarcascades/haarcascade_eye.xml"),
                            cascade("haarcascades/haarcascade_lefteye_2splits.xml"),
                            cascade("haarcascades/haarcascade_righteye_2splits.xml")));
        } catch (LinkageError | RuntimeException e) {
            throw new IOException("OpenCV cannot be used on this machine: " + e.getMessage(), e);
        }
    }

    private static CascadeClassifier cascade(String file) throws IOException {
        var cascade = new CascadeClassifier(
                Loader.cacheResource(CascadeFaces.class, DATA + file).getPath());
        if (cascade.empty()) {
            throw new IOException("OpenCV's " + file + " cannot be read");
        }
        return cascade;
    }

    @Override
    public synchronized List<Face> faces(GreyPicture picture) {
        // Native memory goes with the scope; the collector does not know how much it is.
        try (var scope = new PointerScope()) {
            Mat grey = mat(picture);
            double scale = (double) LONG_EDGE / Math.max(picture.width(), picture.height());
            Mat small = scaled(grey, Math.min(1, scale));
            opencv_imgproc.equalizeHist(small, small);
            List<Box> agreed = agreed(small, FACE_STEP, FACE_NEIGHBOURS);
            if (agreed.isEmpty()) {
                agreed = agreed(small, FINE_FACE_STEP, FINE_FACE_NEIGHBOURS);
            }
            List<Face> faces = new ArrayList<>();
            agreed.stream()
                    .map(box -> box.times(1 / Math.min(1, scale)))
                    .sorted(Comparator.comparingDouble(Box::width).reversed())
                    .limit(FACES_MAX)
                    .forEach(box -> faces.add(new Face(box, eyes(grey, box))));
            return faces;
        }
    }

    private List<Box> agreed(Mat small, double step, int neighbours) {
        List<Box> second = find(patterns, small, step, neighbours, FACE_MIN);
        return second.isEmpty()
                ? List.of()
                : find(haar, small, step, neighbours, FACE_MIN).stream()
                        .filter(box -> second.stream().anyMatch(box::isSameFace))
                        .toList();
    }

    private List<Box> eyes(Mat grey, Box face) {
        int left = (int) Math.max(0, face.left());
        int top = (int) Math.max(0, face.top());
        int width = (int) Math.min(grey.cols() - left, face.width());
        int height = (int) Math.min(grey.rows() - top, face.height() * EYES_ABOVE);
        double scale = (double) EYE_FACE_WIDTH / face.width();
        Mat part = scaled(new Mat(grey, new Rect(left, top, width, height)), scale);
        List<Box> found = new ArrayList<>();
        for (CascadeClassifier eye : eyes) {
            for (Box box : find(eye, part, EYE_STEP, EYE_NEIGHBOURS, EYE_FACE_WIDTH / 9)) {
                Box large = box.times(1 / scale);
                found.add(new Box(large.left() + left, large.top() + top, large.width(), large.height()));
            }
        }
        return found;
    }

    private static Mat mat(GreyPicture picture) {
        return new Mat(picture.height(), picture.width(), opencv_core.CV_8UC1, new BytePointer(picture.levels()));
    }

    private static Mat scaled(Mat from, double scale) {
        Mat to = new Mat();
        int width = (int) Math.max(1, Math.round(from.cols() * scale));
        int height = (int) Math.max(1, Math.round(from.rows() * scale));
        opencv_imgproc.resize(from, to, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
        return to;
    }

    private static List<Box> find(CascadeClassifier cascade, Mat grey, double step, int neighbours, int edgeMin) {
        var found = new RectVector();
        cascade.detectMultiScale(grey, found, step, neighbours, 0, new Size(edgeMin, edgeMin), new Size());
        List<Box> boxes = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            Rect rect = found.get(i);
            boxes.add(new Box(rect.x(), rect.y(), rect.width(), rect.height()));
        }
        return boxes;
    }

    @Override
    public void close() {
        haar.close();
        patterns.close();
        eyes.forEach(CascadeClassifier::close);
    }
}
