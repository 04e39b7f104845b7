package id.go.setneg.dumas.intake.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's cell as the text that a person sees: days first, whole numbers without a point. Null when the sheet has
 * lost the value: an error, or a number of which Excel keeps fifteen digits only (a NIK typed as a number).
 */
final class CellText {

    private static final BigDecimal FIFTEEN_DIGITS = new BigDecimal("1E15");
    private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);
    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466); // 31/12/9999
    private static final Pattern NOT_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT);

    private CellText() {}

    static @Nullable String of(Cell cell, boolean from1904) {
        if (cell.getType() == CellType.ERROR) {
            return null;
        }
        Object value = cell.getValue();
        return switch (value) {
            case null -> cell.getType() == CellType.FORMULA ? null : "";
            case BigDecimal number -> isDate(cell) ? date(number, from1904) : number(number);
            case Boolean yes -> yes ? "Ya" : "Tidak";
            default -> text(value.toString(), cell.getType());
        };
    }

    private static @Nullable String text(String text, CellType type) {
        return type == CellType.FORMULA && text.matches("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!)")
                ? null
                : text.strip();
    }

    /** Beyond 15 digits Excel writes zeros; a number that a double holds and that ends otherwise was not cut. */
    private static @Nullable String number(BigDecimal number) {
        BigDecimal size = number.abs();
        if (size.compareTo(FIFTEEN_DIGITS) >= 0) {
            boolean isWhole = size.stripTrailingZeros().scale() == 0;
            return isWhole && size.compareTo(EXACT) < 0 ? number.toBigInteger().toString() : null;
        }
        BigDecimal shown = number.round(PRECISION).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    private static @Nullable String date(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return null;
        }
        long seconds = serial.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime time = (from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0))
                .plusSeconds(seconds);
        return (seconds % 86_400 == 0 ? DAY : TIME).format(time);
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String code = NOT_CODE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return code.contains("y") || code.contains("d");
    }
}
