package id.go.setneg.dumas.intake.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.FeedFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstitutionListTest {

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private Institutions institutions;
    private InstitutionList list;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void start() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        institutions = InstitutionsFixture.over(hub);
        list = InstitutionsFixture.list(hub, institutions);
    }

    private static byte[] page(String next, String... records) {
        return ("{\"results\":{\"data\":[" + String.join(",", records) + "],\"next_page_url\":" + next + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void read(byte[]... pages) {
        InstitutionList.Reading reading = list.begin();
        for (byte[] page : pages) {
            assertThat(reading.hasNext()).isTrue();
            list.read(reading, page);
        }
        assertThat(reading.hasNext()).isFalse();
        list.finish(reading);
    }

    @Test
    void pagesAreReadUntilOneShowsNothingNewWhateverTheySay() {
        byte[] one = page("null", "{\"id\":1,\"name\":\"Satu\"}", "\"rusak\"");
        byte[] two = page("null", "{\"id\":\"2\",\"name\":\" Dua \"}");
        read(one, two, page("null"));

        assertThat(institutions.name("1")).contains("Satu");
        assertThat(institutions.name("2")).contains("Dua");
        assertThat(list.isDue()).isFalse();
        hub.clock().set("2026-11-25T02:31:00+07:00");
        assertThat(list.isDue()).isTrue();
    }

    @Test
    void aListThatSaysMoreThanItShowsIsRefusedAndShown() {
        byte[] one = page("\"https://lapor.invalid/?page=2\"", "{\"id\":1,\"name\":\"Satu\"}");
        read(one, one);

        assertThat(institutions.name("1")).isEmpty();
        assertThat(hub.feeds().all().getFirst().failure()).startsWith("REFUSED the list is cut");
        assertThat(list.isDue()).as("tomorrow again").isFalse();
    }

    @Test
    void anInstitutionWithTwoNamesSpoilsTheList() {
        byte[] one = page("null", "{\"id\":1,\"name\":\"Satu\"}", "{\"id\":\"1\",\"name\":\"Dua\"}");
        read(one, one);

        assertThat(institutions.versions().getFirst().reason()).isEqualTo("institution 1 has two names");
    }

    @Test
    void whatIsNoListIsAFault() {
        assertThatThrownBy(() -> list.read(list.begin(), "{\"results\":null}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FeedFailed.class);
        assertThatThrownBy(() -> list.read(list.begin(), null)).isInstanceOf(FeedFailed.class);
    }
}
