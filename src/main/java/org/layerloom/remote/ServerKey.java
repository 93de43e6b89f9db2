package org.layerloom.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.layerloom.files.AtomicFiles;
import org.layerloom.words.Words;

/// A server's key and certificate, out of a PKCS 12 file.
///
/// @param fingerprint of the certificate, as addresses hold it
public record ServerKey(SSLContext context, String fingerprint) {
    /// Environment variable with the file's password. A file that we made has an empty one: nobody but the user can
    /// read it.
    public static final String PASSWORD = "LAYERLOOM_TLS_PASSWORD";

    private static final Words WORDS = Words.of(ServerKey.class);
    private static final String KIND = "PKCS12";
    private static final String ENTRY = "layerloom";

    /// Reads a file.
    ///
    /// @param environment may hold its password
    /// @throws IOException when it cannot be read, in one sentence
    public static ServerKey in(Path file, Map<String, String> environment) throws IOException {
        char[] password = environment.getOrDefault(PASSWORD, "").toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KIND);
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return new ServerKey(context, Certificates.fingerprint(certificate(store, file)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IOException(WORDS.text("key.unreadable", file, PASSWORD), e);
        }
    }

    private static X509Certificate certificate(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        for (String name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name) && store.getCertificate(name) instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new IOException("no key is in " + file);
    }

    /// Makes a file with a new key and a certificate that it signs itself; only the user can read it.
    ///
    /// @param host the name that the certificate says
    public static void make(Path file, String host, Map<String, String> environment) throws IOException {
        char[] password = environment.getOrDefault(PASSWORD, "").toCharArray();
        try {
            OwnCertificate own = OwnCertificate.make(host, Instant.now());
            KeyStore store = KeyStore.getInstance(KIND);
            store.load(null, null);
            store.setKeyEntry(ENTRY, own.keys().getPrivate(), password, new Certificate[] {own.certificate()});
            AtomicFiles.writePrivate(file, out -> {
                try {
                    store.store(out, password);
                } catch (GeneralSecurityException e) {
                    throw new IOException(e);
                }
            });
        } catch (GeneralSecurityException e) {
            throw new IOException(WORDS.text("key.unmade", file, String.valueOf(e.getMessage())), e);
        }
    }
}
