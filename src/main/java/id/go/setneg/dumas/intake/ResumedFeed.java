package id.go.setneg.dumas.intake;

import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** An operator who resumes a feed's route wants its system asked now, whatever went wrong before. */
public final class ResumedFeed extends RoutePolicySupport {

    private final Dialogue dialogue;
    private final FeedHealth health;

    ResumedFeed(Dialogue dialogue, FeedHealth health) {
        this.dialogue = dialogue;
        this.health = health;
    }

    @Override
    public void onResume(Route route) {
        dialogue.resume();
        health.release(route.getId());
    }

    @Override
    public void onStart(Route route) {
        onResume(route);
    }
}
