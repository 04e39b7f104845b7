package id.go.setneg.dumas.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much of the heap is in use: at most, and at most after a collection; both with the garbage that is still there. */
final class Heap implements NotificationListener {

    private static final List<String> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .toList();

    private long peak;
    private long kept;

    /**
     * Both in bytes.
     *
     * @param peak before a collection, which is when there is most
     * @param kept after a collection
     */
    record Peaks(long peak, long kept) {}

    Heap() {
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(this, null, null));
    }

    @Override
    public synchronized void handleNotification(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                    .getGcInfo();
            peak = Math.max(peak, sum(collection.getMemoryUsageBeforeGc()));
            kept = Math.max(kept, sum(collection.getMemoryUsageAfterGc()));
        }
    }

    private static long sum(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> POOLS.contains(pool.getKey()))
                .collect(Collectors.summingLong(pool -> pool.getValue().getUsed()));
    }

    /** What is in use after a full collection, in bytes. */
    static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    synchronized void forget() {
        peak = 0;
        kept = 0;
    }

    synchronized Peaks peaks() {
        return new Peaks(peak, kept);
    }
}
