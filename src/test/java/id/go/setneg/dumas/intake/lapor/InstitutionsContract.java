package id.go.setneg.dumas.intake.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same on every database. */
abstract class InstitutionsContract {

    abstract HubLedger hub();

    private static Map<String, String> list(int count) {
        Map<String, String> names = new HashMap<>();
        for (int id = 1; id <= count; id++) {
            names.put(id + "", "Instansi Contoh " + id);
        }
        return names;
    }

    private Institutions loaded(int count) {
        hub().clear();
        Institutions institutions = InstitutionsFixture.over(hub());
        assertThat(institutions.offer(list(count), null)).isEmpty();
        return institutions;
    }

    @Test
    void aFirstListIsThePresentOne() {
        Institutions institutions = loaded(20);
        assertThat(institutions.name("7")).contains("Instansi Contoh 7");
        assertThat(institutions.name("21")).isEmpty();
    }

    @Test
    void aNewListTakesThePlaceOfThePresentOne() {
        Institutions institutions = loaded(20);
        Map<String, String> names = list(21);
        names.put("7", "Instansi Contoh Tujuh");
        names.remove("8");
        hub().clock().advance(Duration.ofDays(1));
        assertThat(institutions.offer(names, null)).isEmpty();

        assertThat(institutions.name("7")).contains("Instansi Contoh Tujuh");
        assertThat(institutions.name("8")).isEmpty();
        assertThat(institutions.name("21")).isPresent();
        assertThat(institutions.versions().getFirst())
                .returns(1, Institutions.Version::added)
                .returns(1, Institutions.Version::renamed)
                .returns(1, Institutions.Version::gone)
                .returns("CURRENT", Institutions.Version::state);
        assertThat(institutions.versions().getLast().state()).isEqualTo("PAST");
    }

    @Test
    void anEqualListIsNoNewVersion() {
        Institutions institutions = loaded(20);
        assertThat(institutions.offer(list(20), null)).isEmpty();
        assertThat(institutions.versions()).hasSize(1);
    }

    @Test
    void aListThatLostMoreThanATenthIsRefused() {
        Institutions institutions = loaded(20);
        hub().clock().advance(Duration.ofDays(1));
        assertThat(institutions.offer(list(17), null)).contains("of 20 institutions 3 would be gone");
        assertThat(institutions.name("20")).isPresent();
        assertThat(institutions.versions().getFirst().state()).isEqualTo("REFUSED");
        assertThat(institutions.offer(list(18), null)).isEmpty();
        assertThat(institutions.name("20")).isEmpty();
    }

    @Test
    void aListWithAProblemOrNothingIsRefused() {
        Institutions institutions = loaded(20);
        assertThat(institutions.offer(list(20), "the list is cut")).contains("the list is cut");
        assertThat(institutions.offer(Map.of(), null)).isPresent();
        assertThat(institutions.name("20")).isPresent();
    }

    @Test
    void tenVersionsStay() {
        Institutions institutions = loaded(20);
        for (int i = 1; i <= 14; i++) {
            hub().clock().advance(Duration.ofDays(1));
            institutions.offer(list(20 + i), null);
        }
        assertThat(institutions.versions()).hasSize(10);
        assertThat(hub().jdbc().queryForObject("select count(distinct version) from institution", Integer.class))
                .isEqualTo(10);
        assertThat(institutions.name("34")).isPresent();
    }

    @Test
    void whatAnotherNodeLoadsIsSeenAMinuteLater() {
        Institutions institutions = loaded(20);
        assertThat(institutions.name("21")).isEmpty();
        InstitutionsFixture.over(hub()).offer(list(21), null);
        hub().clock().advance(Duration.ofMinutes(1));
        assertThat(institutions.name("21")).isPresent();
    }
}
