package org.layerloom.ui;

import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.service.support.FiredEvents;

/// Lets TestFX forget after each test which events it has seen: it keeps all of them, and with them every window that
/// any test has shown. Found by JUnit itself, so no test can leave it out.
public final class FiredEventsForgotten implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) throws ReflectiveOperationException {
        forget();
    }

    /// TestFX offers the events for reading only, so its record is reached by its field.
    static void forget() throws ReflectiveOperationException {
        Field record = FxToolkitContext.class.getDeclaredField("firedEvents");
        record.setAccessible(true);
        if (record.get(FxToolkit.toolkitContext()) instanceof FiredEvents events) {
            events.clearEvents();
        }
    }
}
