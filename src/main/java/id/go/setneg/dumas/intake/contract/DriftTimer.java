package id.go.setneg.dumas.intake.contract;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/** Has what was counted stored every few seconds, and once more at the end. */
final class DriftTimer implements InitializingBean, DisposableBean {

    private static final int SECONDS = 5;

    private final Drift drift;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drift").factory());

    DriftTimer(Drift drift) {
        this.drift = drift;
    }

    @Override
    public void afterPropertiesSet() {
        var unused = timer.scheduleWithFixedDelay(drift::flush, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        drift.flush();
    }
}
