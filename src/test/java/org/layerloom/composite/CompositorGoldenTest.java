package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.document.Raster;

/// Layered documents against an independent implementation: masks, fill, clipping, groups, dissolve.
class CompositorGoldenTest {
    @TestFactory
    Stream<DynamicTest> theGoldenDocumentsCompositeAsExpected() throws IOException {
        return tests(GoldenSet.open());
    }

    @TestFactory
    Stream<DynamicTest> randomTreesCompositeAsExpected() throws IOException {
        return tests(new GoldenSet(GoldenSet.RESOURCES.resolve("trees")));
    }

    private static Stream<DynamicTest> tests(GoldenSet set) throws IOException {
        return set.documents().stream()
                .map(document -> DynamicTest.dynamicTest(document.getFileName().toString(), () -> compare(document)));
    }

    private static void compare(Path document) throws IOException {
        Raster expected = GoldenSet.picture(document.resolve("expected.png"));
        Raster actual = Compositor.flatten(GoldenSet.document(document));
        assertThat(Pictures.premultipliedDifference(actual, expected)).isLessThanOrEqualTo(1.0);
    }
}
