package org.layerloom;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Holds the code against the level table of docs/ARCHITECTURE.md. A new package is given its line in `USES` first.
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    static final String ROOT = "org.layerloom";

    private static final Set<String> EDITOR = Set.of(
            "document", "composite", "edit", "codec", "device", "files", "generate", "download", "remote", "words");

    /// Which packages each package may use beside itself; lower levels first.
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            entry("document", Set.of()),
            entry("words", Set.of()),
            entry("files", Set.of("words")),
            entry("download", Set.of("files", "words")),
            entry("device", Set.of("files", "words")),
            entry("tensor", Set.of("device")),
            entry("composite", Set.of("document")),
            entry("generate", Set.of("document", "words")),
            entry("weights", Set.of("tensor", "files", "words")),
            entry("sampler", Set.of("tensor")),
            entry("network", Set.of("weights", "tensor")),
            entry("edit", Set.of("document", "composite")),
            entry("codec", Set.of("document", "composite", "edit", "words")),
            entry(
                    "pipeline",
                    Set.of(
                            "generate",
                            "document",
                            "composite",
                            "network",
                            "sampler",
                            "weights",
                            "tensor",
                            "device",
                            "words")),
            entry("remote", Set.of("generate", "document", "codec", "files", "words")),
            entry("ui", EDITOR),
            entry("cli", EDITOR));

    /// Packages above all others: they may use everything.
    private static final Set<String> TOP = Set.of("bench");

    @ArchTest
    static void packages_import_only_downward(JavaClasses imported) {
        USES.forEach((name, uses) -> {
            String[] allowed = Stream.concat(Stream.of(name), uses.stream())
                    .map(ArchitectureTest::tree)
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(tree(name))
                    .should()
                    .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed)))
                    .because(name + " may use " + uses + " only: the levels of docs/ARCHITECTURE.md keep the editor and"
                            + " the models apart")
                    .allowEmptyShould(true)
                    .check(imported);
        });
    }

    @ArchTest
    static void every_package_has_a_level(JavaClasses imported) {
        String[] known = Stream.concat(USES.keySet().stream(), TOP.stream())
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        classes()
                .that(describe(
                        "are not Main", type -> !outermost(type).getFullName().equals(ROOT + ".Main")))
                .should(be(resideInAnyPackage(known)))
                .because("a package is given its level in this test and in docs/ARCHITECTURE.md before it is used")
                .check(imported);
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("what depends on itself in a ring can only be understood all at once");

    @ArchTest
    static void parts_of_a_package_have_no_cycles(JavaClasses imported) {
        for (String name : Set.of("codec", "network", "pipeline")) {
            slices().matching(ROOT + "." + name + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("each format, network and system is read on its own")
                    .allowEmptyShould(true)
                    .check(imported);
        }
    }

    @ArchTest
    static final ArchRule djl_is_met_in_the_model_world_only = noClasses()
            .that(not(tree("tensor"), tree("weights"), tree("network"), tree("sampler"), tree("pipeline")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("the editor must build, start and be tested without an engine");

    @ArchTest
    static final ArchRule the_engine_is_met_in_tensor_only = noClasses()
            .that(not(tree("tensor")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch..")
            .because("calls that abort the JVM (bf16) are guarded in one place");

    @ArchTest
    static final ArchRule javafx_is_met_in_the_window_only = noClasses()
            .that(not(tree("ui")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..")
            .because("documents, codecs and the command line work where there is no display");

    @ArchTest
    static final ArchRule requests_are_made_by_downloads_and_remote_runs_only = noClasses()
            .that(not(tree("download"), tree("remote")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("the program asks nobody for anything unless the user wanted a download or named a server");

    @ArchTest
    static final ArchRule the_terminal_belongs_to_the_command_line = noClasses()
            .that(not(tree("cli"), tree("bench")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("who calls decides who is told; only the command line has a terminal");

    @ArchTest
    static final ArchRule codecs_open_no_files = noClasses()
            .that(resideInAPackage(tree("codec")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..")
            .orShould()
            .dependOnClassesThat(describe(
                    "are java.io's files",
                    type -> type.getPackageName().equals("java.io")
                            && (type.getSimpleName().startsWith("File")
                                    || type.getSimpleName().equals("RandomAccessFile"))))
            .because("codecs use the streams they are given: a file is written whole or not at all by files")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule documents_and_files_need_the_jdk_only = classes()
            .that()
            .resideInAnyPackage(tree("document"), tree("files"), tree("words"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", tree("document"), tree("files"), tree("words"))
            .because("everything stands on them");

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("static mutable state is shared by everything and owned by nothing");

    @ArchTest
    static final ArchRule setters_are_met_in_the_window_only = methods()
            .that()
            .areDeclaredInClassesThat(not(tree("ui")))
            .and()
            .areNotStatic()
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("data is made whole and does not change");

    private static String tree(String name) {
        return ROOT + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> not(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
