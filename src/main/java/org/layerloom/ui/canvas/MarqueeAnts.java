package org.layerloom.ui.canvas;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.layerloom.document.Document;
import org.layerloom.document.Marquee;
import org.layerloom.edit.MarqueeOutline;
import org.layerloom.edit.MarqueeOutline.Segment;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Viewport;

/// The marquee's outline as a dashed line that walks, or stands still where the system asks for less motion.
final class MarqueeAnts extends Pane {
    private static final double DASH = 4;
    private static final Duration BEAT = Duration.millis(125);

    private final ViewState view;
    private final Canvas canvas = new Canvas();
    private final Timeline walk = new Timeline(new KeyFrame(BEAT, event -> step()));
    private final LatestWork work = new LatestWork(failure -> {});
    private Optional<Marquee> marquee = Optional.empty();
    private Optional<MarqueeOutline> outline = Optional.empty();
    private double phase;

    MarqueeAnts(Editor editor, ViewState view) {
        this.view = view;
        setMouseTransparent(true);
        getChildren().add(canvas);
        walk.setCycleCount(Animation.INDEFINITE);
        InvalidationListener redraw = change -> requestLayout();
        view.viewportProperty().addListener(redraw);
        editor.documentProperty().addListener((o, before, now) -> show(now));
        sceneProperty().addListener(change -> play());
        visibleProperty().addListener(change -> play());
        show(editor.document());
    }

    private void show(Document document) {
        if (document.marquee().equals(marquee)) {
            return;
        }
        marquee = document.marquee();
        if (marquee.isEmpty()) {
            work.cancel();
            take(Optional.empty());
        } else {
            Marquee now = marquee.get();
            work.submit(stale -> Optional.of(MarqueeOutline.of(now)), this::take);
        }
    }

    private void take(Optional<MarqueeOutline> next) {
        outline = next;
        play();
        requestLayout();
    }

    private void play() {
        boolean moves = outline.isPresent()
                && getScene() != null
                && isVisible()
                && !Platform.getPreferences().isReducedMotion();
        if (moves) {
            walk.play();
        } else {
            walk.stop();
        }
    }

    private void step() {
        phase = (phase + 1) % (2 * DASH);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setVisible(outline.isPresent());
        if (outline.isEmpty()) {
            canvas.setWidth(0);
            canvas.setHeight(0);
            return;
        }
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(Color.WHITE);
        draw(g);
        g.setLineDashes(DASH, DASH);
        g.setLineDashOffset(-phase);
        g.setStroke(Color.BLACK);
        draw(g);
    }

    private void draw(GraphicsContext g) {
        Viewport viewport = view.viewportProperty().get();
        g.beginPath();
        for (Segment segment : outline.get().segments()) {
            double x0 = crisp(viewport.toViewX(segment.x0()));
            double y0 = crisp(viewport.toViewY(segment.y0()));
            double x1 = crisp(viewport.toViewX(segment.x1()));
            double y1 = crisp(viewport.toViewY(segment.y1()));
            if (x1 >= 0 && y1 >= 0 && x0 <= getWidth() && y0 <= getHeight()) {
                g.moveTo(x0, y0);
                g.lineTo(x1, y1);
            }
        }
        g.stroke();
    }

    private static double crisp(double at) {
        return Math.round(at - 0.5) + 0.5;
    }
}
