package org.layerloom.ui;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/// Lets a test of the window fail where a handler holds the JavaFX thread. To be named after TestFX's extension, so
/// that the watch begins when the window is up.
///
/// Measured is CPU time, which a loaded machine does not lengthen, of each input event, of each of JavaFX's passes of
/// styles and layout (which have a limit of their own), and of all else between two of these or of the ticks that are
/// sent to the thread every 2 ms. Of events and the rest counts the share in which samples of the thread found our
/// code,
/// not in JavaFX's reading of style sheets: the headless platform copies the window's picture on it. What is run for
/// the first time loads classes, which a user meets once: a hold in
/// which more than a few were loaded may be longer.
public final class Watchdog implements BeforeEachCallback, AfterEachCallback {
    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(100);
    /// Of what loads classes, and of JavaFX's passes.
    private static final long LARGE_LIMIT = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int FEW_CLASSES = 5;
    /// How long the thread may wait for another.
    private static final long LIMIT_OF_WAITING = TimeUnit.SECONDS.toNanos(1);
    private static final long TICK_MILLIS = 2;
    private static final long SAMPLE_AFTER = TimeUnit.MILLISECONDS.toNanos(10);

    private static final String LAYOUT = "layout";
    private static final String REST = "work";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    private final List<Hold> tooLong = new CopyOnWriteArrayList<>();
    private final Map<Window, EventDispatcher> dispatchers = new HashMap<>();
    private final Set<Scene> scenes = new HashSet<>();
    private final ListChangeListener<Window> windows = change -> watchWindows();
    private final Runnable beforeLayout = () -> mark(REST);
    private final Runnable afterLayout = () -> mark(LAYOUT);
    private final Set<String> samples = new ConcurrentSkipListSet<>();
    private Thread sender;
    private Thread fx;
    private volatile boolean watching;
    private volatile boolean sent;
    private volatile long waited;
    private volatile int seen;
    private volatile int seenInOurs;
    private int depth;
    private long cpu;
    private long classes;

    /// What the thread did in one go; times in nanoseconds.
    ///
    /// @param cpu of our code
    /// @param samples where our code was
    private record Hold(String what, long cpu, long waited, long classes, Set<String> samples) {
        boolean isTooLong() {
            boolean large = what.equals(LAYOUT) || classes > FEW_CLASSES;
            return cpu > (large ? LARGE_LIMIT : LIMIT) || waited > LIMIT_OF_WAITING;
        }

        @Override
        public String toString() {
            return "%d ms of %s, %d ms of waiting, %d classes loaded:%n  %s"
                    .formatted(cpu / 1_000_000, what, waited / 1_000_000, classes, String.join("\n  ", samples));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        tooLong.clear();
        WaitForAsyncUtils.waitForFxEvents();
        onFx(this::begin);
        watching = true;
        sender = Thread.ofPlatform().name("watchdog").daemon().start(this::send);
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        watching = false;
        sender.join();
        onFx(this::end);
        if (!tooLong.isEmpty()) {
            throw new AssertionError(tooLong.stream()
                    .map(Hold::toString)
                    .collect(Collectors.joining("\n", "the JavaFX thread was held too long:\n", "")));
        }
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    private void begin() {
        fx = Thread.currentThread();
        depth = 0;
        restart();
        Window.getWindows().addListener(windows);
        watchWindows();
    }

    private void end() {
        Window.getWindows().removeListener(windows);
        dispatchers.forEach(Window::setEventDispatcher);
        dispatchers.clear();
        for (Scene scene : scenes) {
            scene.removePreLayoutPulseListener(beforeLayout);
            scene.removePostLayoutPulseListener(afterLayout);
        }
        scenes.clear();
    }

    private void watchWindows() {
        for (Window window : Window.getWindows()) {
            // A popup takes its dispatcher out of its owner again when it hides: it must be the one it came with.
            if (window instanceof Stage) {
                dispatchers.computeIfAbsent(window, this::watchEvents);
            }
            Scene scene = window.getScene();
            if (scene != null && scenes.add(scene)) {
                scene.addPreLayoutPulseListener(beforeLayout);
                scene.addPostLayoutPulseListener(afterLayout);
            }
        }
    }

    private EventDispatcher watchEvents(Window window) {
        EventDispatcher own = window.getEventDispatcher();
        window.setEventDispatcher((event, tail) -> {
            if (!(event instanceof InputEvent) || depth > 0) {
                return own.dispatchEvent(event, tail);
            }
            mark(REST);
            depth++;
            try {
                return own.dispatchEvent(event, tail);
            } finally {
                depth--;
                mark(event.getEventType().toString());
            }
        });
        return own;
    }

    /// Ends what was going on and begins anew.
    private void mark(String what) {
        long spent = THREADS.getCurrentThreadCpuTime() - cpu;
        Hold hold = new Hold(
                what,
                !what.equals(LAYOUT) && seen > 0 ? spent * seenInOurs / seen : spent,
                waited,
                CLASSES.getTotalLoadedClassCount() - classes,
                new TreeSet<>(samples));
        if (hold.isTooLong()) {
            tooLong.add(hold);
        }
        restart();
    }

    private void restart() {
        samples.clear();
        waited = 0;
        seen = 0;
        seenInOurs = 0;
        classes = CLASSES.getTotalLoadedClassCount();
        cpu = THREADS.getCurrentThreadCpuTime();
    }

    private void tick() {
        mark(REST);
        sent = false;
    }

    private void send() {
        long last = System.nanoTime();
        while (watching) {
            long now = System.nanoTime();
            if (!sent) {
                sent = true;
                last = now;
                Platform.runLater(this::tick);
            } else if (now - last > SAMPLE_AFTER) {
                sample(now - last);
                last = now;
            }
            WaitForAsyncUtils.sleep(TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Notes where our code is, and whether it waits.
    private void sample(long since) {
        StackTraceElement[] stack = fx.getStackTrace();
        List<String> ours = Arrays.stream(stack)
                .map(StackTraceElement::toString)
                .filter(frame -> frame.contains("org.layerloom") && !frame.contains("Watchdog"))
                .limit(6)
                .toList();
        seen++;
        if (ours.isEmpty() || Arrays.stream(stack).anyMatch(Watchdog::isOfStyles)) {
            return;
        }
        seenInOurs++;
        switch (fx.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> waited += since;
            default -> {}
        }
        samples.add(String.join(" < ", ours));
    }

    private static boolean isOfStyles(StackTraceElement frame) {
        return frame.getClassName().equals("javafx.css.CssParser")
                || frame.getClassName().startsWith("com.sun.javafx.css.StyleManager");
    }
}
