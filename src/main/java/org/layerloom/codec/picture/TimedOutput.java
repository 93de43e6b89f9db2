package org.layerloom.codec.picture;

import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.renderer.output.impl.Graphics2DOutput;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Draws until nobody waits any more.
final class TimedOutput extends Graphics2DOutput {
    private final BooleanSupplier late;

    TimedOutput(Graphics2D graphics, BooleanSupplier late) {
        super(graphics);
        this.late = late;
    }

    private void check() {
        if (late.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    @Override
    public Output createChild() {
        check();
        return new TimedOutput((Graphics2D) graphics().create(), late);
    }

    @Override
    public void fillShape(Shape shape) {
        check();
        super.fillShape(shape);
    }

    @Override
    public void drawShape(Shape shape) {
        check();
        super.drawShape(shape);
    }

    @Override
    public void drawImage(BufferedImage image) {
        check();
        super.drawImage(image);
    }

    @Override
    public void drawImage(Image image, ImageObserver observer) {
        check();
        super.drawImage(image, observer);
    }

    @Override
    public void drawImage(Image image, AffineTransform transform, ImageObserver observer) {
        check();
        super.drawImage(image, transform, observer);
    }
}
