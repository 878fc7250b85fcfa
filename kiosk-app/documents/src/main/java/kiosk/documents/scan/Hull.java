package kiosk.documents.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The convex hull of points, and the smallest rectangle around it (Andrew's monotone chain; one side of the rectangle lies on the hull). */
final class Hull {
    private final List<double[]> corners;

    private Hull(List<double[]> corners) {
        this.corners = corners;
    }

    static Hull around(List<double[]> points) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(it -> it[0]).thenComparingDouble(it -> it[1]));
        List<double[]> corners = half(sorted);
        List<double[]> back = new ArrayList<>(sorted);
        Collections.reverse(back);
        corners.addAll(half(back));
        return new Hull(corners);
    }

    private static List<double[]> half(List<double[]> sorted) {
        List<double[]> chain = new ArrayList<>();
        for (double[] point : sorted) {
            while (chain.size() >= 2 && cross(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        chain.remove(chain.size() - 1);
        return chain;
    }

    private static double cross(double[] from, double[] by, double[] to) {
        return (by[0] - from[0]) * (to[1] - from[1]) - (by[1] - from[1]) * (to[0] - from[0]);
    }

    double area() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            double[] one = corners.get(i);
            double[] next = corners.get((i + 1) % corners.size());
            twice += one[0] * next[1] - next[0] * one[1];
        }
        return Math.abs(twice) / 2;
    }

    /** The hull must have an area. */
    Rectangle smallestRectangle() {
        Rectangle smallest = along(0);
        for (int i = 0; i < corners.size(); i++) {
            double[] one = corners.get(i);
            double[] next = corners.get((i + 1) % corners.size());
            Rectangle other = along(Math.atan2(next[1] - one[1], next[0] - one[0]));
            smallest = other.area() < smallest.area() ? other : smallest;
        }
        return smallest;
    }

    private Rectangle along(double angle) {
        double quarter = Math.PI / 2;
        double upright = angle - quarter * Math.round(angle / quarter);
        double cos = Math.cos(upright);
        double sin = Math.sin(upright);
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] corner : corners) {
            double across = corner[0] * cos + corner[1] * sin;
            double down = corner[1] * cos - corner[0] * sin;
            low[0] = Math.min(low[0], across);
            low[1] = Math.min(low[1], down);
            high[0] = Math.max(high[0], across);
            high[1] = Math.max(high[1], down);
        }
        double u = (low[0] + high[0]) / 2;
        double v = (low[1] + high[1]) / 2;
        return new Rectangle(
                u * cos - v * sin, u * sin + v * cos, high[0] - low[0], high[1] - low[1], Math.toDegrees(upright));
    }
}
