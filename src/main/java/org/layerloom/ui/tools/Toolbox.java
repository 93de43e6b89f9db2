package org.layerloom.ui.tools;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that there are, each under its kind. What is put in here gets a button, a key and its place on the
/// canvas.
public final class Toolbox {
    private final Map<ToolKind, Tool> tools = new EnumMap<>(ToolKind.class);
    private final Map<ToolKind, ViewTool> viewTools = new EnumMap<>(ToolKind.class);
    private final Map<ToolKind, DirectTool> directTools = new EnumMap<>(ToolKind.class);

    public Toolbox add(ToolKind kind, Tool tool) {
        tools.put(kind, tool);
        return this;
    }

    public Toolbox add(ToolKind kind, ViewTool tool) {
        viewTools.put(kind, tool);
        return this;
    }

    public Toolbox add(ToolKind kind, DirectTool tool) {
        directTools.put(kind, tool);
        return this;
    }

    /// The tool that works on the document; empty for one that changes the view.
    public Optional<Tool> tool(ToolKind kind) {
        return Optional.ofNullable(tools.get(kind));
    }

    public Optional<ViewTool> viewTool(ToolKind kind) {
        return Optional.ofNullable(viewTools.get(kind));
    }

    public Optional<DirectTool> directTool(ToolKind kind) {
        return Optional.ofNullable(directTools.get(kind));
    }

    /// All kinds that have a tool, in the order of the tool bar.
    public List<ToolKind> kinds() {
        return Arrays.stream(ToolKind.values())
                .filter(kind -> tools.containsKey(kind) || viewTools.containsKey(kind) || directTools.containsKey(kind))
                .toList();
    }
}
