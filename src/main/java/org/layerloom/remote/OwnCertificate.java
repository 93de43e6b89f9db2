package org.layerloom.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// A key with a certificate that it signs itself, in the form of RFC 5280: for a server that its clients know by the
/// certificate's fingerprint.
///
/// @param keys on the curve P-256
record OwnCertificate(KeyPair keys, X509Certificate certificate) {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OBJECT = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int DNS_NAME = 0x82;

    /// ecdsa-with-SHA256, commonName, subjectAltName: 1.2.840.10045.4.3.2, 2.5.4.3, 2.5.29.17.
    private static final byte[] ECDSA_SHA256 = HexFormat.of().parseHex("2a8648ce3d040302");

    private static final byte[] COMMON_NAME = {0x55, 4, 3};
    private static final byte[] SUBJECT_ALT_NAME = {0x55, 0x1d, 17};

    /// @param host the name that it says
    /// @param now the beginning of its ten years
    static OwnCertificate make(String host, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        byte[] algorithm = der(SEQUENCE, der(OBJECT, ECDSA_SHA256));
        byte[] name = ascii(host);
        byte[] subject = der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(UTF8, name))));
        byte[] names = der(
                EXTENSIONS,
                der(
                        SEQUENCE,
                        der(SEQUENCE, der(OBJECT, SUBJECT_ALT_NAME), der(OCTETS, der(SEQUENCE, der(DNS_NAME, name))))));
        byte[] content = der(
                SEQUENCE,
                der(VERSION, der(INTEGER, new byte[] {2})),
                der(INTEGER, new BigInteger(120, new SecureRandom()).setBit(120).toByteArray()),
                algorithm,
                subject,
                der(SEQUENCE, time(now.minus(Duration.ofDays(1))), time(now.plus(LIFE))),
                subject,
                keys.getPublic().getEncoded(),
                names);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] whole = der(SEQUENCE, content, algorithm, der(BITS, new byte[1], signature.sign()));
        return new OwnCertificate(keys, (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] time(Instant at) {
        return der(GENERALIZED_TIME, ascii(TIME.format(at)));
    }

    /// A value in DER: its tag, its length and its parts.
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length > 0x7f) {
            out.write(0x82);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
