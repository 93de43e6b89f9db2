package org.layerloom.ui.about;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import org.layerloom.files.ProgramLog;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
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
                action("report", this::report)
                        .withIcon("mdi2c-clipboard-text-outline")
                        .afterRule(),
                action("licences", this::licences).withIcon("mdi2s-scale-balance"),
                action("about", this::about).withIcon("mdi2i-information-outline"));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.HELP, name, WORDS.text("action." + name), work);
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
