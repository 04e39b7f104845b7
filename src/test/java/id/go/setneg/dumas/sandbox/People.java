package id.go.setneg.dumas.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** Invented citizens. Every name starts with "Contoh", every NIK with 9999, every address ends in {@code .example}. */
final class People {

    /** @param email in a domain that cannot exist (RFC 2606) */
    record Person(
            String name,
            String nik,
            String address,
            String occupation,
            String regency,
            String province,
            String email,
            String phone) {}

    private static final List<String> OCCUPATIONS = List.of(
            "Petani",
            "Buruh pabrik",
            "Pedagang",
            "Ibu rumah tangga",
            "Guru",
            "Nelayan",
            "Pensiunan",
            "Karyawan swasta");
    private static final List<List<String>> PLACES = List.of(
            List.of("Kabupaten Sleman", "DI Yogyakarta"),
            List.of("Kabupaten Bogor", "Jawa Barat"),
            List.of("Kota Semarang", "Jawa Tengah"),
            List.of("Kabupaten Jember", "Jawa Timur"),
            List.of("Kota Medan", "Sumatera Utara"),
            List.of("Kabupaten Agam", "Sumatera Barat"),
            List.of("Kota Makassar", "Sulawesi Selatan"),
            List.of("Kabupaten Kupang", "Nusa Tenggara Timur"),
            List.of("Kabupaten Kutai Kartanegara", "Kalimantan Timur"),
            List.of("Kota Ambon", "Maluku"));

    private final List<String> firstNames;
    private final List<String> lastNames;
    private final List<String> streets;

    People(long seed) {
        var faker = new Faker(Locale.forLanguageTag("id-ID"), new Random(seed));
        firstNames = Stream.generate(() -> faker.name().firstName()).limit(200).toList();
        lastNames = Stream.generate(() -> faker.name().lastName()).limit(100).toList();
        streets = Stream.generate(() -> faker.address().streetName()).limit(50).toList();
    }

    /** @param local unique, the local part of the mail address */
    Person person(Random random, String local) {
        List<String> place = PLACES.get(random.nextInt(PLACES.size()));
        String birthday = "%02d%02d%02d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), random.nextInt(100));
        String nik = "9999%02d%s%04d".formatted(1 + random.nextInt(30), birthday, 1 + random.nextInt(9999));
        return new Person(
                "Contoh " + one(firstNames, random) + " " + one(lastNames, random),
                nik,
                one(streets, random) + " No. " + (1 + random.nextInt(200)) + ", " + place.get(0),
                one(OCCUPATIONS, random),
                place.get(0),
                place.get(1),
                local + "@warga.example",
                "0800-%04d-%04d".formatted(random.nextInt(10_000), random.nextInt(10_000)));
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
