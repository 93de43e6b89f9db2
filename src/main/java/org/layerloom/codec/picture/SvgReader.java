package org.layerloom.codec.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.layerloom.codec.PlainXml;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Draws SVG pictures. Nothing that such a file names elsewhere is fetched, no script of it runs, and one that takes
/// too long is given up.
final class SvgReader {
    private static final Duration MAX_TIME = Duration.ofSeconds(10);
    /// Much deeper than drawing programs nest; what is drawn goes down the stack.
    private static final DocumentLimits LIMITS = new DocumentLimits(120, 10, 200_000);

    private static final int STACK_BYTES = 16 << 20;

    private final byte[] file;
    private final PictureSize limits;
    private final Optional<Rect> page;
    private final AtomicBoolean late = new AtomicBoolean();

    private SvgReader(byte[] file, PictureSize limits, Optional<Rect> page) {
        this.file = file;
        this.limits = limits;
        this.page = page;
    }

    /// @param page what the picture is to fill as far as its aspect goes; empty = it has its own size
    static Raster read(byte[] file, PictureSize limits, Optional<Rect> page) throws IOException {
        SvgReader reader = new SvgReader(file, limits, page);
        FutureTask<Raster> task = new FutureTask<>(reader::drawn);
        Thread thread = new Thread(null, task, "svg", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(MAX_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new UnreadablePicture(UnreadablePicture.Reason.COMPLEX, 0, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } finally {
            reader.late.set(true); // Ends it at the next shape.
        }
    }

    private static UnreadablePicture problem(Throwable cause) {
        return switch (cause) {
            case UnreadablePicture known -> known;
            case OutOfMemoryError e -> new UnreadablePicture(UnreadablePicture.Reason.COMPLEX, 0, 0);
            default -> new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, 0, 0);
        };
    }

    private Raster drawn() throws UnreadablePicture {
        LoaderContext context = LoaderContext.builder()
                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .resourceLoader(new EmbeddedPictures(limits))
                .documentLimits(LIMITS)
                .build();
        SVGDocument document = new SVGLoader().load(() -> PlainXml.events(file), null, context);
        if (document == null) {
            throw new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, 0, 0);
        }
        double width = document.size().width;
        double height = document.size().height;
        if (!(width > 0 && height > 0) || Double.isInfinite(width + height)) {
            throw new UnreadablePicture(UnreadablePicture.Reason.DAMAGED, 0, 0);
        }
        double scale = page.map(rect -> Math.min(rect.width() / width, rect.height() / height))
                .orElse(1.0);
        return drawn(document, side(width * scale), side(height * scale));
    }

    private static int side(double length) {
        return (int) Math.max(1, Math.round(length));
    }

    private Raster drawn(SVGDocument document, int width, int height) throws UnreadablePicture {
        limits.check(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.clipRect(0, 0, width, height);
        document.renderWithPlatform(
                NullPlatformSupport.INSTANCE, new TimedOutput(graphics, late::get), new ViewBox(0, 0, width, height));
        graphics.dispose();
        return PictureReader.raster(image);
    }
}
