package org.layerloom.ui.export;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.layerloom.codec.export.ExportOrder;

/// Exports under a name, made together.
///
/// @param orders one at least
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportPreset(String name, List<ExportOrder> orders) {
    public ExportPreset {
        Objects.requireNonNull(name);
        orders = List.copyOf(orders);
        if (orders.isEmpty()) {
            throw new IllegalArgumentException("the preset " + name + " exports nothing");
        }
    }
}
