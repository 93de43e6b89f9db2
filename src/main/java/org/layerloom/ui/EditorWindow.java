package org.layerloom.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.layerloom.document.Document;
import org.layerloom.files.ProgramLog;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.UserFolder;
import org.layerloom.ui.about.AboutActions;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.KeyMap;
import org.layerloom.ui.actions.layer.LayerActions;
import org.layerloom.ui.actions.layer.OpacityKeys;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.canvas.CropFields;
import org.layerloom.ui.canvas.Frames;
import org.layerloom.ui.canvas.TransformFields;
import org.layerloom.ui.files.DocumentFiles;
import org.layerloom.ui.files.OpeningVeil;
import org.layerloom.ui.files.RecoveryFolder;
import org.layerloom.ui.files.RecoverySheet;
import org.layerloom.ui.frame.Areas;
import org.layerloom.ui.frame.CanvasActions;
import org.layerloom.ui.frame.CanvasArea;
import org.layerloom.ui.frame.Faults;
import org.layerloom.ui.frame.FileActions;
import org.layerloom.ui.frame.Fonts;
import org.layerloom.ui.frame.HelpActions;
import org.layerloom.ui.frame.MenuRow;
import org.layerloom.ui.frame.NoticePlace;
import org.layerloom.ui.frame.OptionsRow;
import org.layerloom.ui.frame.RightPanel;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.ui.frame.SizeActions;
import org.layerloom.ui.frame.StageFrame;
import org.layerloom.ui.frame.StatusBar;
import org.layerloom.ui.frame.ThemeSwitch;
import org.layerloom.ui.frame.ToolBar;
import org.layerloom.ui.frame.ViewSettings;
import org.layerloom.ui.frame.WindowActions;
import org.layerloom.ui.keys.KeyboardPage;
import org.layerloom.ui.layers.HistoryPanel;
import org.layerloom.ui.layers.LayersPanel;
import org.layerloom.ui.models.ModelDownloads;
import org.layerloom.ui.models.ModelsPage;
import org.layerloom.ui.paint.PaintTools;
import org.layerloom.ui.paint.ToolOptions;
import org.layerloom.ui.place.PictureClipboard;
import org.layerloom.ui.place.PictureDrop;
import org.layerloom.ui.place.PicturePlacer;
import org.layerloom.ui.place.PlaceActions;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.PreferencesWindow;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.preferences.RemoteMachine;
import org.layerloom.ui.prompt.GenerateActions;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.ui.prompt.PromptBar;
import org.layerloom.ui.prompt.QueuePanel;
import org.layerloom.ui.start.StartFoot;
import org.layerloom.ui.start.StartScreen;
import org.layerloom.ui.templates.TemplateActions;
import org.layerloom.ui.templates.Templates;
import org.layerloom.ui.tools.HandTool;
import org.layerloom.ui.tools.MarqueeTool;
import org.layerloom.ui.tools.MoveTool;
import org.layerloom.ui.tools.RegionTool;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Toolbox;
import org.layerloom.ui.tools.ZoomTool;
import org.layerloom.ui.tour.Tour;
import org.layerloom.words.Words;

/// One document's window: menus, options, tools, canvas with the prompt bar at its foot, panels, status.
public final class EditorWindow {

    private final Stage stage;
    private final Preferences preferences;
    private final ModelDownloads downloads;
    private final RemoteMachine remote;
    private final PreferencesWindow preferencesWindow;
    private final Editor editor;
    private final ViewState view = new ViewState();
    private final Actions actions = new Actions();
    private final Toolbox tools = new Toolbox()
            .add(ToolKind.MOVE, new MoveTool(view::snapSettings))
            .add(ToolKind.BOX, new RegionTool(view::snapSettings))
            .add(ToolKind.MARQUEE, new MarqueeTool(view::snapSettings))
            .add(ToolKind.HAND, new HandTool())
            .add(ToolKind.ZOOM, new ZoomTool());
    private final CanvasView canvas;
    private final Sheets sheets = new Sheets();
    private final Faults faults;
    private final ThemeSwitch theme;
    private final Toasts toasts = new Toasts();
    private final GenerationSession session;
    private final DocumentFiles files;
    private final PaintTools paint;
    private final Frames frames;
    private final PromptBar prompt;
    private final AboutActions about;
    private final LayersPanel layers;
    private final StartScreen start;
    private final Tour tour;
    private final LateFrame frame;
    private Areas areas;
    private OpacityKeys opacityKeys;

    /// A window that remembers nothing.
    ///
    /// @param failures keeps the details of what went wrong
    public EditorWindow(Stage stage, Editor editor, ModelCatalog catalog, Consumer<Throwable> failures) {
        this(stage, editor, catalog, Preferences.unkept(), failures);
    }

    /// @param failures keeps the details of what went wrong
    public EditorWindow(
            Stage stage, Editor editor, ModelCatalog catalog, Preferences preferences, Consumer<Throwable> failures) {
        this.stage = stage;
        this.editor = editor;
        this.preferences = preferences;
        Fonts.load();
        faults = new Faults(failures, editor::cancelPreview, toasts::error);
        faults.watch();
        view.themeProperty().bindBidirectional(preferences.property(ProgramSettings.THEME));
        ViewSettings.keep(view, preferences);
        theme = new ThemeSwitch(view);
        session = new GenerationSession(editor, placesOf(catalog));
        session.setOnNotice(toasts::show);
        remote = new RemoteMachine(preferences, UserFolder.findSettings().resolve(RemoteMachine.TOKEN_FILE));
        session.borrow(remote.models());
        files = new DocumentFiles(editor, () -> stage);
        files.setOnNotice(toasts::show);
        canvas =
                new CanvasView(editor, view, tools, session.previewProperty(), session.runningProperty(), toasts::show);
        paint = new PaintTools(editor, view, canvas, tools, toasts::show);
        frames = new Frames(editor, view, canvas, tools, toasts::show);
        prompt = new PromptBar(editor, session);
        prompt.setRemote(remote::problem, remote::look);
        about = new AboutActions(sheets, session.deviceProperty());
        downloads = new ModelDownloads(preferences, UserFolder.find(), () -> findModels(catalog));
        preferencesWindow = preferencesWindow(catalog);
        layers = new LayersPanel(editor);
        paint.sections().forEach(layers::addSection);
        layers.setOnOpen(paint::edit);
        layers.setSession(session);
        registerActions();
        followPreferences(catalog);
        view.captionProperty().bind(session.versions().caption());
        tour = new Tour(editor, session, preferences.property(ProgramSettings.TOUR_DONE));
        start = start(catalog);
        StackPane root = new StackPane(start, new OpeningVeil(files.opening()), toasts, sheets);
        frame = new LateFrame(root, frame(), start);
        dress(root);
    }

    private PreferencesWindow preferencesWindow(ModelCatalog catalog) {
        return new PreferencesWindow(
                () -> stage,
                theme::style,
                preferences,
                session.deviceProperty(),
                remote,
                () -> new ModelsPage(
                                preferences,
                                session.models()
                                        .filtered(model -> model.machine().isEmpty()),
                                () -> placesOf(catalog).additions(),
                                downloads)
                        .page(),
                () -> new KeyboardPage(actions));
    }

    private StartScreen start(ModelCatalog catalog) {
        StartScreen screen = new StartScreen(
                actions, preferences, files::openInPlace, (page, name) -> files.begin(page, name, () -> {}));
        screen.setFoot(new StartFoot(session.models(), session.settings().deviceProperty()));
        screen.findSamples(catalog.roots());
        screen.setVisible(false);
        files.setOnUsed(screen::used);
        editor.revisionProperty().addListener(change -> screen.setVisible(false));
        return screen;
    }

    /// Shows the start screen in place of the document, which is blank.
    public void welcome() {
        start.setVisible(true);
        start.refresh();
        tour.begin();
    }

    /// Leaves the document, unless the user wants to keep what is not saved, and goes to the start screen.
    private void leave() {
        Document page = editor.document();
        files.begin(Document.blank(page.width(), page.height()), DocumentFiles.untitled(), this::welcome);
    }

    private void dress(StackPane root) {
        root.getStyleClass().add("app");
        WindowKeys keys = new WindowKeys(stage, editor, actions, canvas, frames, session, sheets, start, opacityKeys);
        root.addEventHandler(KeyEvent.ANY, keys::handle);
        Scene scene = new Scene(root, 1440, 900);
        theme.style(scene);
        StageFrame frame = new StageFrame(stage, scene, files.titleProperty().concat(" - Layerloom"));
        frame.setOnClose(this::close);
        frame.setOnFocusChange(() -> canvas.holdHand(false));
        frame.setOnGone(this::forget);
        // A tool that was clicked does not keep the keys: arrows, Space and Delete belong to the canvas.
        view.toolProperty().addListener(change -> canvas.requestFocus());
    }

    private void forget() {
        theme.stop();
        faults.stop();
    }

    private void followPreferences(ModelCatalog catalog) {
        actions.keysProperty().set(new KeyMap(preferences.get(ProgramSettings.KEYS)));
        actions.keysProperty().addListener((o, before, keys) -> preferences.set(ProgramSettings.KEYS, keys.changed()));
        session.keepIn(preferences);
        preferences.property(ProgramSettings.MODEL_FOLDERS).addListener(change -> findModels(catalog));
        preferences.setOnFailure(e -> Platform.runLater(
                () -> toasts.error(Words.of(EditorWindow.class).text("settings.unwritten"))));
        preferences.problem().ifPresent(problem -> toasts.show(Notice.warning(problem)));
    }

    private void findModels(ModelCatalog catalog) {
        session.lookIn(placesOf(catalog));
    }

    private ModelCatalog placesOf(ModelCatalog catalog) {
        return catalog.withRoots(preferences.get(ProgramSettings.MODEL_FOLDERS));
    }

    public void show() {
        remote.look();
        frame.begin();
        stage.show();
        if (!start.isVisible()) {
            canvas.requestFocus();
        }
    }

    /// Closes the window, unless the user wants to keep what is not saved.
    public void close() {
        files.close(() -> {
            session.close();
            downloads.close();
            preferencesWindow.close();
            stage.hide();
        });
    }

    /// Shows what a new window begins with: a file, or the start screen; and the first steps, once.
    public void begin(Optional<Path> file) {
        if (file.isEmpty()) {
            welcome();
        }
        show();
        file.ifPresent(files::openInPlace);
        tour.begin();
    }

    /// Keeps unsaved work in `folder` from now on, and offers what an earlier window left there.
    ///
    /// @param seconds how long a change may be in memory only
    public void keepUnsaved(RecoveryFolder folder, Supplier<Integer> seconds) {
        files.keepUnsaved(folder, seconds);
        files.findAbandoned(
                folder,
                found -> sheets.open(
                        RecoverySheet.title(), RecoverySheet.WIDTH, new RecoverySheet(found, files, sheets::close)));
    }

    /// Keeps small pictures of the files used last in a folder.
    public void keepPictures(Path folder) {
        start.keepPictures(folder);
    }

    /// Reports of problems quote a log from now on.
    public void quote(ProgramLog log) {
        about.quote(log);
    }

    public DocumentFiles files() {
        return files;
    }

    public Actions actions() {
        return actions;
    }

    public Editor editor() {
        return editor;
    }

    public Preferences preferences() {
        return preferences;
    }

    public ViewState view() {
        return view;
    }

    public GenerationSession session() {
        return session;
    }

    public Frames frames() {
        return frames;
    }

    public PaintTools paint() {
        return paint;
    }

    public CanvasView canvas() {
        return canvas;
    }

    private void registerActions() {
        PicturePlacer placer = new PicturePlacer(editor, () -> stage, toasts::show);
        canvas.addOverlay(new PictureDrop(placer, view, canvas));
        files.setOnPicture(
                picture -> start.orElse(files::openInPlace, placer::place).accept(picture));
        new FileActions(files, sheets, preferences)
                .register(actions, PlaceActions.place(placer), this::leave, this::close);
        WindowActions own = new WindowActions(editor, view, canvas);
        own.registerEdit(actions);
        LayerActions edits = new LayerActions(editor, toasts::show);
        edits.registerEdit(
                actions, () -> paint.state().colors().foregroundProperty().get());
        opacityKeys = edits.opacityKeys(actions);
        PictureClipboard pictures = new PictureClipboard(editor, placer, toasts::show);
        edits.clipboard().setOnCopy(() -> pictures.copy(editor.selected()));
        edits.clipboard().setForeign(pictures::paste);
        actions.register(PlaceActions.copyMerged(pictures));
        edits.registerLayer(actions, layers::renameSelected);
        actions.register(PlaceActions.replace(placer, editor));
        layers.register(actions);
        own.registerBox(actions);
        new TemplateActions(editor, sheets, () -> stage, toasts::show).register(actions);
        canvas.offer(actions.get("template"));
        prompt.offer(ActionButtons.icon(actions, "boxes-suggest"));
        new GenerateActions(editor, session, prompt::focusText, sheets, toasts::show).register(actions);
        own.registerView(actions);
        CanvasActions.register(actions, editor, view, sheets);
        new SizeActions(editor, sheets, preferences, toasts::show).register(actions);
        new HelpActions(sheets, preferences, preferencesWindow::show)
                .register(
                        actions, editor, forward -> areas.walk(stage.getScene().getFocusOwner(), forward));
        about.register(actions);
        own.registerTools(actions, tools.kinds());
        paint.register(actions);
    }

    private Node frame() {
        MenuRow menus = new MenuRow(
                actions,
                files.titleProperty(),
                Bindings.createBooleanBinding(() -> !editor.history().isClean(), editor.revisionProperty()));
        OptionsRow options = new OptionsRow(editor, view, actions, toolOptions());
        layers.setActions(actions);
        RightPanel panel = new RightPanel(layers, new VBox(new QueuePanel(session), new HistoryPanel(editor)));
        panel.addTools(layers, ActionButtons.icon(actions, "layer-find"));
        ToolBar tools = new ToolBar(view, this.tools.kinds(), actions, paint.swatches(actions));
        StatusBar status = new StatusBar(editor, view, canvas, files, session, actions);
        CanvasArea area = new CanvasArea(editor, view, canvas, prompt, tour, preferences);
        BorderPane middle = new BorderPane(area, null, panel, null, tools);
        for (Node part : new Node[] {options, tools, panel}) {
            part.visibleProperty().bind(view.panelsVisibleProperty());
            part.managedProperty().bind(view.panelsVisibleProperty());
        }
        NoticePlace.keep(toasts, panel, status, canvas.footProperty(), start);
        areas = new Areas(menus, options, tools, canvas, prompt, panel, status, toasts);
        BorderPane frame = new BorderPane(middle);
        frame.setTop(new VBox(menus, options));
        frame.setBottom(status);
        return frame;
    }

    private ToolOptions toolOptions() {
        return paint.options()
                .with(ToolKind.TRANSFORM, new TransformFields(frames.transform()))
                .with(ToolKind.CROP, new CropFields(frames.crop(), Templates::sizes));
    }
}
