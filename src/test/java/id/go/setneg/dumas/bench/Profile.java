package id.go.setneg.dumas.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time goes, by JDK Flight Recorder: whose code a processor runs, and for what threads wait. */
final class Profile implements AutoCloseable {

    static final String READING = "reading of mails, sheets, PDFs";
    static final String MAPPING = "JSON, mapping, schemas";
    static final String IMAP = "IMAP client";
    static final String HTTP = "HTTP client";
    static final List<String> DATABASE = List.of("PostgreSQL's driver", "H2", "Spring JDBC, pool");

    /** The first of these that a stack meets, from its top, is to whom the time belongs. */
    private static final Map<String, String> OWNERS = owners();

    private static final List<String> WAITS =
            List.of("jdk.SocketRead", "jdk.SocketWrite", "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    private final Recording recording = new Recording();

    Profile() {
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
        recording.enable("jdk.GarbageCollection");
        WAITS.forEach(name -> recording.enable(name).withoutThreshold().withStackTrace());
        recording.start();
    }

    private static Map<String, String> owners() {
        var owners = new LinkedHashMap<String, String>();
        List.of(
                        "com.google.crypto.",
                        "com.nimbusds.",
                        "javax.crypto.",
                        "com.sun.crypto.",
                        "sun.security.",
                        "java.security.")
                .forEach(start -> owners.put(start, "cryptography"));
        List.of(
                        "org.apache.james.",
                        "org.jsoup.",
                        "org.apache.pdfbox.",
                        "org.dhatim.",
                        "com.fasterxml.aalto.",
                        "com.fasterxml.jackson.dataformat.csv.",
                        "id.go.setneg.dumas.intake.mail.",
                        "id.go.setneg.dumas.intake.sheet.",
                        "id.go.setneg.dumas.intake.scan.")
                .forEach(start -> owners.put(start, READING));
        List.of("com.fasterxml.", "com.schibsted.", "com.networknt.", "id.go.setneg.dumas.mapping.")
                .forEach(start -> owners.put(start, MAPPING));
        owners.put("org.postgresql.", "PostgreSQL's driver");
        owners.put("org.h2.", "H2");
        List.of("com.zaxxer.", "org.springframework.jdbc.", "org.springframework.transaction.")
                .forEach(start -> owners.put(start, "Spring JDBC, pool"));
        List.of("org.eclipse.angus.", "jakarta.mail.", "org.apache.camel.component.mail.")
                .forEach(start -> owners.put(start, IMAP));
        List.of("org.apache.activemq.", "io.netty.", "org.messaginghub.", "org.springframework.jms.")
                .forEach(start -> owners.put(start, "broker, JMS"));
        owners.put("org.apache.camel.", "Camel");
        owners.put("org.apache.hc.", HTTP);
        List.of("com.sun.net.httpserver.", "sun.net.httpserver.", "id.go.setneg.dumas.bench.")
                .forEach(start -> owners.put(start, "receiver, benchmark"));
        owners.put("id.go.setneg.", "the hub's own code");
        return owners;
    }

    /**
     * Where the time of each complaint went.
     *
     * @param processor share of the samples by owner, all together 100
     * @param waits milliseconds by owner and kind of wait
     * @param pauses milliseconds
     */
    record Times(double samples, Map<String, Double> processor, Map<String, Double> waits, double pauses) {

        /** Milliseconds that these owners waited. */
        double waited(List<String> owners) {
            return waits.entrySet().stream()
                    .filter(wait ->
                            owners.stream().anyMatch(owner -> wait.getKey().startsWith(owner + " ")))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }

        /** Share of the processor, from 0 to 1. */
        double share(List<String> owners) {
            return owners.stream()
                            .mapToDouble(owner -> processor.getOrDefault(owner, 0.0))
                            .sum()
                    / 100;
        }

        /** A line each: shares of the samples, waits, collections. */
        List<String> lines() {
            return List.of(
                    "processor, of %.0f samples: ".formatted(samples) + top(processor, "%s %.0f %%", 1.0, 9),
                    "waits, ms a complaint: " + top(waits, "%s %.2f", 0.05, 6),
                    "garbage collection: %.2f ms a complaint".formatted(pauses));
        }
    }

    /** Ends the recording and says, a line each, shares of the samples and waits for each of so many complaints. */
    List<String> lines(Path file, int complaints) throws IOException {
        return times(file, complaints).lines();
    }

    /** Ends the recording, which is kept in a file. */
    Times times(Path file, int complaints) throws IOException {
        recording.stop();
        recording.dump(file);
        var samples = new TreeMap<String, Double>();
        var waits = new TreeMap<String, Double>();
        double pauses = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            String name = event.getEventType().getName();
            if (name.equals("jdk.ExecutionSample")) {
                samples.merge(owner(event), 1.0, Double::sum);
            } else if (name.equals("jdk.GarbageCollection")) {
                pauses += event.getDuration("sumOfPauses").toNanos() / 1e6;
            } else if (WAITS.contains(name)) {
                String what = owner(event) + " " + name.substring("jdk.".length());
                waits.merge(what, event.getDuration().toNanos() / 1e6 / complaints, Double::sum);
            }
        }
        double all = samples.values().stream().mapToDouble(Double::doubleValue).sum();
        samples.replaceAll((owner, count) -> 100 * count / all);
        return new Times(all, samples, waits, pauses / complaints);
    }

    private static String top(Map<String, Double> amounts, String form, double least, int most) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(entry -> form.formatted(entry.getKey(), entry.getValue()).toString())
                .collect(Collectors.joining(" · "));
    }

    private static String owner(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return "other";
        }
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> owner : OWNERS.entrySet()) {
                if (type.startsWith(owner.getKey())) {
                    return owner.getValue();
                }
            }
        }
        return "other";
    }

    @Override
    public void close() {
        recording.close();
    }
}
