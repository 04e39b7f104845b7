package id.go.setneg.dumas.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the settings, one problem a line, instead of a stack trace. */
final class WrongSettingsReport extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongSettings cause) {
        int count = cause.problems().size();
        return new FailureAnalysis(
                count + (count == 1 ? " setting is wrong:" : " settings are wrong:") + "\n\n    "
                        + String.join("\n    ", cause.problems()),
                "Mend them in the named file, in ./config/application.yaml, by environment variable or on the command line.",
                cause);
    }
}
