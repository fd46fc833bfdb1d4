package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks: read as they show themselves, and refused once where they are none or cost too much. */
class WorkbookTest {

    private static final String TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
            + "spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\""
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>";
    private static final String BOOK =
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

    private static byte[] book(String rows, String shared, String book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", TYPES);
            part(zip, "xl/workbook.xml", book);
            part(zip, "xl/_rels/workbook.xml.rels", RELATIONS);
            part(zip, "xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String refusal(byte[] file) throws IOException {
        try (Opened opened = Opened.of(FileSource.of(file), null, 1_000)) {
            ImportProblem refusal = opened.refusal();
            return refusal == null ? "none" : refusal.code();
        }
    }

    private static List<Row> rows(byte[] file) throws IOException {
        try (Opened opened = Opened.of(FileSource.of(file), null, 1_000)) {
            FormatDetection found = FormatDetection.of(
                    opened.rows(), new FormatDetection.Choice(StandardCharsets.UTF_8, ',', null, null, true));
            List<Row> rows = new ArrayList<>();
            try (TableReader table = TableReader.open(opened.rows(), found.format(), TableReader.Limits.STANDARD)) {
                table.forEachRemaining(rows::add);
            }
            return rows;
        }
    }

    @Test
    void numbersAndDaysAreReadAsTheSpreadsheetHoldsThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Deals");
            List.of("externalId", "value", "closedOn", "name")
                    .forEach(name -> sheet.value(
                            0,
                            List.of("externalId", "value", "closedOn", "name").indexOf(name),
                            name));
            sheet.value(2, 0, 2041);
            sheet.value(2, 1, 0.1 + 0.2);
            sheet.value(2, 2, LocalDate.of(2026, 3, 4));
            sheet.style(2, 2).format("d/m/yyyy").set();
            sheet.value(2, 3, "1.234");
        }

        List<Row> rows = rows(out.toByteArray());

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.cells()).containsExactly("2041", "0.3", "2026-03-04", "1.234");
            assertThat(row.typed().stream().boxed().toList()).containsExactly(0, 1, 2);
        });
    }

    @Test
    void anErrorInACellIsAProblemOfItsRowAndAFormulaIsReadByItsValue() throws IOException {
        byte[] file = book(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>",
                "<si><t>id</t></si><si><t>name</t></si>",
                BOOK);

        assertThat(rows(file)).singleElement().satisfies(row -> {
            assertThat(row.cells().getFirst()).isEqualTo("2");
            assertThat(row.problems()).extracting(Problem::code).containsExactly("error-cell");
        });
        try (Opened opened = Opened.of(FileSource.of(file), null, 10)) {
            assertThat(opened.workbook()).isEqualTo(new Workbook(List.of("S"), "S", 1, 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"2000000000\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v><![CDATA[1]]></v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>&lol;</v></c></row>"
            })
    void aSheetThatWouldCostTheMemoryOfTheServerIsRefused(String rows) throws IOException {
        assertThat(refusal(book(rows, "<si><t>x</t></si>", BOOK))).isEqualTo("unreadable-workbook");
    }

    @Test
    void entitiesAreNeverExpandedNorFetched() throws IOException {
        String laughs = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String outside = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

        assertThat(refusal(book("", "", laughs + BOOK))).isEqualTo("unreadable-workbook");
        assertThat(refusal(book("", "", outside + BOOK))).isEqualTo("unreadable-workbook");
    }

    @Test
    void oneTextWithoutEndIsRefusedWhereverItStands() throws IOException {
        String endless = "x".repeat(3 << 20);

        assertThat(refusal(book("", "<si><t>" + endless + "</t></si>", BOOK))).isEqualTo("workbook-too-large");
        assertThat(refusal(book("<row r=\"1\" x=\"" + endless + "\"/>", "", BOOK)))
                .isIn("workbook-too-large", "unreadable-workbook");
        assertThat(refusal(book(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>" + "<t>xxxxxxxxxx</t>".repeat(250_000)
                                + "</is></c></row>",
                        "",
                        BOOK)))
                .isEqualTo("workbook-too-large");
    }

    @Test
    void whatUnpacksToMoreThanAWorkbookMayIsRefusedWhileItIsUnpacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/media/bomb.bin"));
            byte[] much = new byte[1 << 20];
            java.util.Arrays.fill(much, (byte) 'x');
            for (int i = 0; i < 1_025; i++) {
                zip.write(much);
            }
            zip.closeEntry();
        }

        assertThat(out.size()).isLessThan(2 << 20);
        assertThat(refusal(out.toByteArray())).isEqualTo("workbook-too-large");
    }

    @Test
    void otherFilesAreRefusedOnce() throws IOException {
        byte[] whole = book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "<si><t>id</t></si>", BOOK);

        assertThat(refusal(whole)).isEqualTo("none");
        assertThat(refusal(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("unreadable-workbook");
        assertThat(refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
                .isEqualTo("old-workbook");
        assertThat(refusal("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("not-a-table");
        assertThat(refusal("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("not-a-table");
        assertThat(refusal("id,name\n1,A\0B and more text behind\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("none");
    }
}
