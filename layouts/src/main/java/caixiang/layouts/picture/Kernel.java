package caixiang.layouts.picture;

/** How much a source pixel counts, by its distance from the middle of an output pixel. */
enum Kernel {
    /** Sharp: for what is printed. */
    LANCZOS3(3) {
        @Override
        double weight(double distance) {
            if (distance == 0) {
                return 1;
            }
            if (Math.abs(distance) >= 3) {
                return 0;
            }
            double angle = Math.PI * distance;
            return 3 * Math.sin(angle) * Math.sin(angle / 3) / (angle * angle);
        }
    },
    /** Quick and free of ringing: the straight line of a tent. For what is only looked at. */
    TENT(1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    };

    private final int radius;

    Kernel(int radius) {
        this.radius = radius;
    }

    /** In output pixels when a picture is made smaller, in source pixels when it is made larger. */
    int radius() {
        return radius;
    }

    abstract double weight(double distance);
}
