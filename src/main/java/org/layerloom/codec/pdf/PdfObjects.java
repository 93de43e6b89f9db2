package org.layerloom.codec.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The numbered objects of a PDF file, written one after the other, and the table of where each lies.
final class PdfObjects {
    private final OutputStream out;
    private final Map<Integer, Long> places = new TreeMap<>();
    private long written;
    private int last;

    PdfObjects(OutputStream out) throws IOException {
        this.out = out;
        text("%PDF-1.7\n%");
        raw(new byte[] {(byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'}); // this is not text
    }

    /// A number for an object that is written later.
    int reserve() {
        return ++last;
    }

    void object(int number, String body) throws IOException {
        places.put(number, written);
        text(number + " 0 obj\n" + body + "\nendobj\n");
    }

    /// Writes an object at once and gives its number.
    int object(String body) throws IOException {
        int number = reserve();
        object(number, body);
        return number;
    }

    /// @param entries of its dictionary, without the length
    int stream(String entries, byte[] data) throws IOException {
        int number = reserve();
        places.put(number, written);
        text(number + " 0 obj\n<< " + entries + " /Length " + data.length + " >>\nstream\n");
        raw(data);
        text("\nendstream\nendobj\n");
        return number;
    }

    /// Ends the file.
    void finish(int catalog, int info) throws IOException {
        long table = written;
        text("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n");
        for (int number = 1; number <= last; number++) {
            text(String.format(Locale.ROOT, "%010d 00000 n \n", places.get(number)));
        }
        text("trailer\n<< /Size " + (last + 1) + " /Root " + catalog + " 0 R /Info " + info + " 0 R >>\n");
        text("startxref\n" + table + "\n%%EOF\n");
        out.flush();
    }

    private void text(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /// A text for people, in any script.
    static String text16(String text) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /// A number without an exponent and without needless zeros.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
