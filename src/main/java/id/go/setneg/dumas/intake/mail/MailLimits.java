package id.go.setneg.dumas.intake.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a mail is read. A mail beyond a limit is kept and waits for an officer.
 *
 * @param message a larger mail is stored, but only its header is read
 * @param kept a larger mail is not even stored: it stays on the mail server, and its record says so
 * @param parts how many parts a mail may have, and how many files may come out of what is opened
 * @param nesting how deep multiparts, and mails within mails, may lie in each other
 * @param expansion how much may come out of what is opened: winmail.dat, a mail forwarded as attachment
 * @param text how much text is read as such, with that of the mails within and of winmail.dat; what is longer stays whole in a
 *     file
 */
@ConfigurationProperties("hub.mail.limits")
public record MailLimits(
        @NotNull @DefaultValue("50MB") DataSize message,
        @NotNull @DefaultValue("500MB") DataSize kept,
        @Min(1) @DefaultValue("500") int parts,
        @Min(1) @Max(50) @DefaultValue("20") int nesting,
        @NotNull @DefaultValue("200MB") DataSize expansion,
        @NotNull @DefaultValue("1MB") DataSize text) {}
