package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One record for an outside system, made up. */
sealed interface Input {

    /** The source's own name of the record: agenda entry, Message-ID or LAPOR! id. */
    String reference();

    Nature nature();

    /** The name of the person who complains; empty where there is none. */
    String person();

    /** The feed by which the hub gets it: {@code spde}, {@code mail} or {@code lapor}. */
    default String source() {
        return switch (this) {
            case Letter letter -> "spde";
            case Row row -> "spde";
            case Mail mail -> "mail";
            case Report report -> "lapor";
        };
    }

    /** A letter in the HTTP API of SPDE. */
    record Letter(String reference, Nature nature, String person, ObjectNode record) implements Input {}

    /** A letter as a row of the drop folder: column → cell. */
    record Row(String reference, Nature nature, String person, Map<String, String> cells) implements Input {}

    /** A mail, and the addresses of the mailboxes that it reaches. */
    record Mail(String reference, Nature nature, String person, List<String> mailboxes, MimeMessage message)
            implements Input {

        /** By its Message-ID and its sender, because two senders may choose one Message-ID. */
        @Override
        public String reference() {
            return reference + " " + sender();
        }

        private String sender() {
            try {
                Address[] from = message.getFrom();
                return from == null || from.length == 0
                        ? ""
                        : ((InternetAddress) from[0]).getAddress().toLowerCase(Locale.ROOT);
            } catch (MessagingException e) {
                return "";
            }
        }
    }

    /** A LAPOR! report; numbers and flags are texts here, the server makes them worse. */
    record Report(String reference, Nature nature, String person, ObjectNode record) implements Input {}
}
