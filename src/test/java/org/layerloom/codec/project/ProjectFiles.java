package org.layerloom.codec.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.layerloom.codec.Opened;
import org.layerloom.document.Document;

/// Project files in memory, and their entries one by one.
final class ProjectFiles {
    private ProjectFiles() {}

    static byte[] project(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProjectWriter.write(document, out);
        return out.toByteArray();
    }

    static Opened read(byte[] project) throws IOException {
        return ProjectReader.read(new ByteArrayInputStream(project));
    }

    static Map<String, byte[]> unzip(byte[] project) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(project))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
