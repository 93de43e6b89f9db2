package org.layerloom.ui.about;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.layerloom.files.ProgramLog;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.files.FileBrowser;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.ui.notices.NoticesSheet;
import org.layerloom.words.Words;

/// What the Help menu has to tell of the program itself: which it is, and a report for those who mend it.
public final class AboutActions {
    private static final Words WORDS = Words.of(AboutActions.class);
    private static final int LINES = 200;

    private final Sheets sheets;
    private final ObservableStringValue device;
    private Optional<ProgramLog> log = Optional.empty();

    /// @param device what the last run was made on; blank before the first
    public AboutActions(Sheets sheets, ObservableStringValue device) {
        this.sheets = sheets;
        this.device = device;
    }

    /// Reports quote a log from now on.
    public void quote(ProgramLog log) {
        this.log = Optional.of(log);
    }

    public void register(Actions actions) {
        actions.register(
                action("guide", this::guide)
                        .withIcon("mdi2b-book-open-page-variant-outline")
                        .withKey("F1")
                        .afterRule(),
                action("report", this::report)
                        .withIcon("mdi2c-clipboard-text-outline")
                        .afterRule(),
                action("licences", this::licences).withIcon("mdi2s-scale-balance"),
                action("about", this::about).withIcon("mdi2i-information-outline"));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.HELP, name, WORDS.text("action." + name), work);
    }

    /// In the browser; the sheet says where the pages are when no browser comes up.
    private void guide() {
        Optional<Path> page = Guide.find();
        page.ifPresent(file -> FileBrowser.find(System.getProperty("os.name"), System.getenv("PATH"))
                .ifPresent(browser -> browser.show(file)));
        Label where =
                new Label(page.map(file -> WORDS.text("guide.opened", file)).orElseGet(() -> WORDS.text("guide.none")));
        where.setId("guide-where");
        where.getStyleClass().add("sheet-body");
        where.setWrapText(true);
        where.setMinHeight(Region.USE_PREF_SIZE);
        sheets.open(WORDS.text("action.guide"), AboutSheet.WIDTH, where);
    }

    private void report() {
        List<String> lines = log.map(kept -> kept.last(LINES)).orElse(List.of());
        ProblemReport report = new ProblemReport(ProgramFacts.gather(device.get()), lines);
        sheets.open(WORDS.text("report.title"), ProblemReportSheet.WIDTH, new ProblemReportSheet(report));
    }

    private void licences() {
        sheets.open(WORDS.text("action.licences"), NoticesSheet.WIDTH, new NoticesSheet());
    }

    private void about() {
        Map<String, String> facts = ProgramFacts.gather(device.get());
        sheets.open(WORDS.text("action.about"), AboutSheet.WIDTH, new AboutSheet(facts, this::licences, this::report));
    }
}
