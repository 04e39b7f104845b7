package id.go.setneg.dumas.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Says how a hub must be set to live in a sandbox. */
record HubProperties(SandboxSettings settings, Secrets secrets, Hub hub) {

    Map<String, String> of(Sandbox sandbox) {
        Path data = settings.data().toAbsolutePath().normalize();
        var all = new TreeMap<String, String>();
        all.put("server.port", hub.api().substring(hub.api().lastIndexOf(':') + 1));
        all.put(
                "spring.datasource.url",
                "jdbc:h2:file:" + data.resolve("ledger")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        all.put("hub.home", settings.home().toAbsolutePath().normalize().toString());
        all.put("hub.data", data.toString());
        all.put("hub.ledger.master-key-file", data.resolve("master.key").toString());
        all.put("hub.ledger.create-master-key", "true");
        all.put("hub.status.key-file", data.resolve("hub.jwk").toString());
        all.put("hub.status.create-key", "true");
        all.put("hub.broker.port", hub.brokerPort() + "");
        all.put("hub.broker.data", data.resolve("artemis").toString());
        all.put("logging.level.com.icegreen.greenmail", "warn"); // names every recipient
        lapor(all, sandbox);
        spde(all, sandbox);
        mail(all, sandbox);
        agencies(all, sandbox);
        all.put("hub.deadlines.period", "5s");
        for (String role : new String[] {"officer", "head", "deputy"}) {
            all.put("hub.roles." + role + ".email", MailServer.STAFF);
        }
        all.put("hub.operators.operator.password", "sandbox");
        all.put("hub.operators.operator.role", "OPERATOR");
        all.put("hub.operators.officer.password", "sandbox");
        all.put("hub.operators.officer.role", "OFFICER");
        return all;
    }

    private void lapor(Map<String, String> all, Sandbox sandbox) {
        all.put("hub.lapor.enabled", "true");
        all.put("hub.lapor.url", sandbox.lapor().url());
        all.put("hub.lapor.gateway-key", secrets.word("gateway"));
        all.put("hub.lapor.client-token", secrets.word("client"));
        all.put("hub.lapor.institution", LaporServer.SETNEG);
        all.put("hub.lapor.user", "90151");
        all.put("hub.lapor.period", "2s");
        all.put("hub.lapor.overlap", "60s");
        all.put("hub.lapor.page-size", "20");
        all.put("hub.lapor.pace.fastest", "50");
    }

    private void spde(Map<String, String> all, Sandbox sandbox) {
        all.put("hub.spde.enabled", "true");
        all.put("hub.spde.url", sandbox.spde().url());
        all.put("hub.spde.token", secrets.word("spde"));
        all.put("hub.spde.period", "2s");
        all.put("hub.spde.overlap", "60s");
        all.put("hub.spde.page-size", "20");
        all.put("hub.spde.folder-enabled", "true");
        all.put("hub.spde.folder", sandbox.folder().path().toString());
    }

    private void mail(Map<String, String> all, Sandbox sandbox) {
        all.put("hub.mail.enabled", "true");
        all.put("hub.mail.imap-scheme", "imap");
        all.put("hub.mail.imap-host", "127.0.0.1");
        all.put("hub.mail.imap-port", sandbox.mail().imapPort() + "");
        all.put("hub.mail.smtp-host", "127.0.0.1");
        all.put("hub.mail.smtp-port", sandbox.mail().smtpPort() + "");
        all.put("hub.mail.smtp-user", MailServer.DUMAS);
        all.put("hub.mail.smtp-password", secrets.word("mail"));
        all.put("hub.mail.from", MailServer.DUMAS);
        all.put("hub.mail.period", "2s");
        all.put("hub.mail.dumas-user", MailServer.DUMAS);
        all.put("hub.mail.persuratan-user", MailServer.PERSURATAN);
        all.put("hub.mail.asdep-user", MailServer.ASDEP);
        for (String mailbox : new String[] {"dumas", "persuratan", "asdep"}) {
            all.put("hub.mail." + mailbox + "-password", secrets.word("mail"));
        }
    }

    private void agencies(Map<String, String> all, Sandbox sandbox) {
        for (Agency agency : sandbox.agencies()) {
            String code = agency.code();
            String prefix = "hub.agencies." + code + ".";
            all.put(prefix + "password", secrets.word(code));
            if (code.equals(Sandbox.KEMENSOS)) {
                all.put(prefix + "way", "queue");
                all.put(prefix + "public-key", sandbox.publicKey());
            } else {
                all.put(prefix + "way", "http");
                all.put(prefix + "url", sandbox.url(code));
                all.put(prefix + "secrets[0]", secrets.webhook(code));
            }
        }
    }
}
