package org.layerloom.network.vae;

/// The affine map from some values to others that errs least over what was added, by its squares.
final class LeastSquares {
    private final int inputs;
    private final int outputs;
    private final double[][] normal; // (inputs + 1, inputs + 1): sums of products, the last input being 1
    private final double[][] right; // (inputs + 1, outputs)
    private int count;

    LeastSquares(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        normal = new double[inputs + 1][inputs + 1];
        right = new double[inputs + 1][outputs];
    }

    /// @param x (inputs, n)
    /// @param y (outputs, n)
    void add(float[] x, float... y) {
        int n = x.length / inputs;
        double[] row = new double[inputs + 1];
        row[inputs] = 1;
        for (int at = 0; at < n; at++) {
            for (int i = 0; i < inputs; i++) {
                row[i] = x[i * n + at];
            }
            for (int i = 0; i <= inputs; i++) {
                for (int j = 0; j <= inputs; j++) {
                    normal[i][j] += row[i] * row[j];
                }
                for (int k = 0; k < outputs; k++) {
                    right[i][k] += row[i] * y[k * n + at];
                }
            }
        }
        count += n;
    }

    /// The map, (inputs + 1, outputs); the last row is what is added.
    ///
    /// @param ridge weight of small numbers beside small errors, as a part of the inputs' mean variance; above 0
    double[][] solve(double ridge) {
        double variance = 0;
        for (int i = 0; i < inputs; i++) {
            double mean = normal[i][inputs] / count;
            variance += (normal[i][i] / count - mean * mean) / inputs;
        }
        double[][] a = new double[inputs + 1][];
        double[][] b = new double[inputs + 1][];
        for (int i = 0; i <= inputs; i++) {
            a[i] = normal[i].clone();
            b[i] = right[i].clone();
            a[i][i] += i < inputs ? ridge * count * Math.max(variance, Double.MIN_NORMAL) : 0;
        }
        eliminate(a, b);
        return b;
    }

    /// Gauss and Jordan; the matrix is symmetric and positive, so that the diagonal serves.
    private static void eliminate(double[][] a, double[]... b) {
        int n = a.length;
        for (int pivot = 0; pivot < n; pivot++) {
            scale(a[pivot], 1 / a[pivot][pivot], b[pivot]);
            for (int row = 0; row < n; row++) {
                double factor = a[row][pivot];
                if (row != pivot && factor != 0) {
                    subtract(a[row], factor, a[pivot]);
                    subtract(b[row], factor, b[pivot]);
                }
            }
        }
    }

    private static void scale(double[] row, double factor, double... other) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
        for (int i = 0; i < other.length; i++) {
            other[i] *= factor;
        }
    }

    private static void subtract(double[] row, double factor, double... other) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * other[i];
        }
    }
}
