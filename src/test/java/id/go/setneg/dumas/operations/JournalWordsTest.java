package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.ReferralState;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OfficerDecision;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JournalWordsTest {

    private static final UUID ID = UUID.fromString("019ab3c2-0000-7000-8000-000000000001");
    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            UUID.class,
            ID,
            String.class,
            "contoh",
            OffsetDateTime.class,
            OffsetDateTime.parse("2026-11-20T23:30:00Z"),
            LocalDate.class,
            LocalDate.parse("2026-11-20"),
            AgencyCode.class,
            new AgencyCode("atr-bpn"),
            CaseNumber.class,
            new CaseNumber(2026, 1),
            int.class,
            2,
            boolean.class,
            true);

    @TestFactory
    Stream<DynamicTest> everyFactIsOneSentence() {
        return facts(CaseEvent.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    String told = new JournalWords(DeskFixture.directory()).tell((CaseEvent) sample(type));
                    assertThat(told).doesNotContain("null", "_", "Optional");
                    if (type != CaseEvent.ReferralLeftToPerson.class) { // the rule's own sentence
                        assertThat(told).matches("\\p{Lu}.*\\.");
                    }
                }));
    }

    @Test
    void aFactNamesTheAgencyOfItsReferralAndTheDayOfJakarta() throws ReflectiveOperationException {
        var words = new JournalWords(DeskFixture.directory());
        words.tell((CaseEvent) sample(CaseEvent.ReferralIssued.class));

        assertThat(words.tell(new CaseEvent.ReferralHeld(ID, "HTTP 422")))
                .isEqualTo(
                        "Penerusan kepada Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional ditahan: HTTP 422.");
        assertThat(words.tell(new CaseEvent.CaseCompleted(OffsetDateTime.parse("2026-11-20T23:30:00Z"))))
                .isEqualTo("Berkas lengkap sejak 21 November 2026.");
    }

    @Test
    void everyCodeHasAWordAndNoOther() {
        Stream<String> codes = Stream.of(
                        Channel.values(),
                        RequiredItem.values(),
                        Eligibility.values(),
                        Ground.values(),
                        Alarm.values(),
                        Referral.Kind.values(),
                        ReferralState.values(),
                        StatusUpdate.Status.values(),
                        Complaint.Origin.Status.values(),
                        CorrespondenceKind.values())
                .flatMap(Arrays::stream)
                .map(code -> code.getDeclaringClass().getSimpleName() + "." + code.name());
        Stream<String> decisions = Arrays.stream(
                        OfficerDecision.class.getAnnotation(JsonSubTypes.class).value())
                .map(type -> "Decision." + type.name());

        assertThat(ResourceBundle.getBundle("console.journal").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(codes, decisions).distinct().toList());
    }

    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(JournalWordsTest::facts);
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType of) {
            Type first = of.getActualTypeArguments()[0];
            return of.getRawType() == Map.class
                    ? Map.of(sample(first), sample(of.getActualTypeArguments()[1]))
                    : of.getRawType() == Set.class ? Set.of(sample(first)) : List.of(sample(first));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (!plain.isRecord() || SAMPLES.containsKey(plain)) {
            return SAMPLES.get(plain);
        }
        RecordComponent[] components = plain.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(components[i].getGenericType());
        }
        var constructor = plain.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        return constructor.newInstance(values);
    }
}
