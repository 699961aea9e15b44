package caixiang.station.portrait.find;

/** Linear equations by Gauss and Jordan, with the largest pivot of each column. */
final class LinearSystem {
    private static final double SINGULAR = 1e-9;

    private LinearSystem() {}

    /** Rows of coefficients, followed by right sides, which become the solutions. False if there is no single one. */
    static boolean solve(double[][] rows) {
        for (int column = 0; column < rows.length; column++) {
            int pivot = column;
            for (int row = column + 1; row < rows.length; row++) {
                pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
            }
            if (Math.abs(rows[pivot][column]) < SINGULAR) {
                return false;
            }
            double[] moved = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = moved;
            double scale = moved[column];
            for (int i = column; i < moved.length; i++) {
                moved[i] /= scale;
            }
            for (double[] row : rows) {
                double factor = row == moved ? 0 : row[column];
                for (int i = column; factor != 0 && i < row.length; i++) {
                    row[i] -= factor * moved[i];
                }
            }
        }
        return true;
    }
}
