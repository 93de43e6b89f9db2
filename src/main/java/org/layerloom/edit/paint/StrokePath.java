package org.layerloom.edit.paint;

import java.util.ArrayList;
import java.util.List;

/// The places of the dabs along what the pointer draws: at even distances on a smooth curve through the middles
/// between its points, which a fast hand leaves far apart. The curve lags behind by half a step until it is finished.
final class StrokePath {
    private final double spacing;
    /// The last point of the pointer.
    private double pointX;
    private double pointY;
    /// How far the curve has come.
    private double endX;
    private double endY;
    /// Way since the last dab.
    private double since;

    /// @param spacing way between two dabs, px
    StrokePath(double spacing, double x, double y) {
        this.spacing = spacing;
        pointX = x;
        pointY = y;
        endX = x;
        endY = y;
    }

    double x() {
        return pointX;
    }

    double y() {
        return pointY;
    }

    /// The dabs on the way to the middle between the last point and this one.
    List<Dab> curveTo(double x, double y) {
        List<Dab> dabs = new ArrayList<>();
        double startX = endX;
        double startY = endY;
        double toX = (pointX + x) / 2;
        double toY = (pointY + y) / 2;
        double way = Math.hypot(pointX - startX, pointY - startY) + Math.hypot(toX - pointX, toY - pointY);
        int pieces = Math.clamp((long) Math.ceil(way / 4), 1, 64);
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            walk(a * startX + b * pointX + t * t * toX, a * startY + b * pointY + t * t * toY, dabs);
        }
        pointX = x;
        pointY = y;
        return dabs;
    }

    /// The dabs on the straight way to a point.
    List<Dab> lineTo(double x, double y) {
        List<Dab> dabs = finish();
        walk(x, y, dabs);
        pointX = x;
        pointY = y;
        return dabs;
    }

    /// The dabs up to the last point.
    List<Dab> finish() {
        List<Dab> dabs = new ArrayList<>();
        walk(pointX, pointY, dabs);
        return dabs;
    }

    private void walk(double x, double y, List<Dab> dabs) {
        double length = Math.hypot(x - endX, y - endY);
        double at = spacing - since;
        while (at <= length) {
            dabs.add(new Dab(endX + (x - endX) * at / length, endY + (y - endY) * at / length));
            at += spacing;
        }
        since = length - (at - spacing);
        endX = x;
        endY = y;
    }
}
