package io.frontlineservice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** Which package may use which, and where each library may be used. */
@AnalyzeClasses(packages = "io.frontlineservice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.frontlineservice.";

	/** What CRM adapters are built from. */
	private static final String[] KIT = { ROOT + "crm.mapping..", ROOT + "crm.owner..", ROOT + "crm.search..",
			ROOT + "crm.snapshot.." };

	/** What reads files of customers, for adapters. */
	private static final String READERS = ROOT + "crm.reader..";

	/** What calls HTTP APIs, for adapters. */
	private static final String API = ROOT + "crm.http..";

	/** What keeps the tokens of HTTP APIs, for adapters. */
	private static final String TOKENS = ROOT + "crm.token..";

	private static final DescribedPredicate<JavaClass> VENDOR = resideInAPackage(ROOT + "crm.*..")
		.and(resideOutsideOfPackages(KIT))
		.and(resideOutsideOfPackage(API))
		.and(resideOutsideOfPackage(TOKENS))
		.and(resideOutsideOfPackage(READERS))
		.as("belong to a vendor");

	@ArchTest
	static final ArchRule packagesUseOnlyAllowedPackages = allowedPackages();

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule rootPackageHoldsOnlyTheApplication = classes().that()
		.resideInAPackage("io.frontlineservice")
		.should()
		.haveSimpleName("FrontlineIntegrationService")
		.orShould()
		.haveSimpleName("package-info");

	@ArchTest
	static final ArchRule vendorsUseTheKitAndNotEachOther = slices().matching(ROOT + "crm.(*)..")
		.should()
		.notDependOnEachOther()
		.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(KIT))
		.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(API))
		.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(READERS));

	@ArchTest
	static final ArchRule theKitKnowsNoVendorAndNoSourceOfData = noClasses().that()
		.resideInAnyPackage(KIT)
		.should()
		.dependOnClassesThat(resideInAPackage(ROOT + "crm..").and(resideOutsideOfPackages(KIT)))
		.orShould()
		.dependOnClassesThat()
		.resideInAnyPackage("de.siegmar..", "java.io..", "java.nio.file..", "java.net..", "java.sql..",
				"org.springframework.http..", "org.springframework.jdbc..", "tools.jackson..");

	@ArchTest
	static final ArchRule crmGuardUsesNoVendor = noClasses().that()
		.resideInAPackage(ROOT + "crm")
		.should()
		.dependOnClassesThat(VENDOR);

	@ArchTest
	static final ArchRule crmVendorsHaveNoPublicTypes = classes().that(VENDOR)
		.and(resideInAPackage(ROOT + "crm.*"))
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule packagesOfTheSqlAdapterUseOnlyThoseBelowThem = Architectures.layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true)
		.layer("database")
		.definedBy(ROOT + "crm.jdbc.database")
		.layer("own")
		.definedBy(ROOT + "crm.jdbc.own")
		.layer("managed")
		.definedBy(ROOT + "crm.jdbc.managed")
		.layer("load")
		.definedBy(ROOT + "crm.jdbc.load")
		.layer("jdbc")
		.definedBy(ROOT + "crm.jdbc")
		.whereLayer("database")
		.mayNotAccessAnyLayer()
		.whereLayer("own")
		.mayOnlyAccessLayers("database")
		.whereLayer("managed")
		.mayOnlyAccessLayers("database")
		.whereLayer("load")
		.mayOnlyAccessLayers("managed", "database");

	@ArchTest
	static final ArchRule conversationPackagesUseOnlyLowerOnes = Architectures.layeredArchitecture()
		.consideringOnlyDependenciesInLayers()
		.layer("gateway")
		.definedBy(ROOT + "conversation.gateway")
		.layer("participant")
		.definedBy(ROOT + "conversation.participant")
		.layer("people")
		.definedBy(ROOT + "conversation.people")
		.layer("routing")
		.definedBy(ROOT + "conversation.routing")
		.layer("outgoing")
		.definedBy(ROOT + "conversation.outgoing")
		.layer("conversation")
		.definedBy(ROOT + "conversation")
		.whereLayer("gateway")
		.mayNotAccessAnyLayer()
		.whereLayer("participant")
		.mayOnlyAccessLayers("gateway")
		.whereLayer("people")
		.mayOnlyAccessLayers("participant", "gateway")
		.whereLayer("routing")
		.mayOnlyAccessLayers("people", "participant", "gateway")
		.whereLayer("outgoing")
		.mayOnlyAccessLayers("participant", "gateway");

	@ArchTest
	static final ArchRule classesOfConversationHaveNoCycles = slices()
		.assignedFrom(topLevelClassesOf(ROOT + "conversation.."))
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule otherPackagesUseOnlyConversationAndItsGateway = noClasses().that()
		.resideOutsideOfPackage(ROOT + "conversation..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(ROOT + "conversation.people..", ROOT + "conversation.routing..");

	@ArchTest
	static final ArchRule pretendTwilioPackagesUseOnlyThoseBelowThem = pretendTwilio();

	@ArchTest
	static final ArchRule pretendRestApiIsReachedOnlyOverHttp = noClasses().that()
		.resideOutsideOfPackage(ROOT + "sandbox.pretend..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(ROOT + "sandbox.pretend.rest..");

	@ArchTest
	static final ArchRule controllersDoNotUseEachOther = noClasses().that()
		.areAnnotatedWith(RestController.class)
		.should()
		.dependOnClassesThat(isAnotherController());

	@ArchTest
	static final ArchRule onlyTwilioUsesTheTwilioLibrary = onlyPackage("twilio", "com.twilio..");

	@ArchTest
	static final ArchRule onlyHttpUsesTheHttpClient = onlyPackage("http", "org.apache.hc..");

	@ArchTest
	static final ArchRule onlyAddressUsesThePhoneLibrary = onlyPackage("address", "com.google.i18n..");

	@ArchTest
	static final ArchRule onlyTextUsesMustache = onlyPackage("text", "com.samskivert..");

	@ArchTest
	static final ArchRule onlyWorkUsesTheScheduler = onlyPackage("work", "com.github.kagkarlsson..");

	@ArchTest
	static final ArchRule signaturesAreComparedInConstantTime = noClasses().that()
		.haveSimpleName("SignatureVerifier")
		.should()
		.callMethod(String.class, "equals", Object.class)
		.orShould()
		.callMethod(java.util.Arrays.class, "equals", byte[].class, byte[].class);

	/**
	 * Such a stream keeps its connection until it is closed, which is easily forgotten.
	 */
	@ArchTest
	static final ArchRule queriesReturnListsAndNotOpenStreams = noClasses().should()
		.callMethod(JdbcClient.MappedQuerySpec.class, "stream");

	/** Phones and the REST API use the same world and do not use each other. */
	private static LayeredArchitecture pretendTwilio() {
		LayeredArchitecture layers = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
		for (String layer : new String[] { "account", "wire", "fault", "world", "webhook", "carrier", "phone",
				"rest" }) {
			layers = layers.layer(layer).definedBy(ROOT + "sandbox.pretend." + layer);
		}
		return layers.layer("pretend")
			.definedBy(ROOT + "sandbox.pretend")
			.whereLayer("account")
			.mayNotAccessAnyLayer()
			.whereLayer("wire")
			.mayOnlyAccessLayers("account")
			.whereLayer("fault")
			.mayOnlyAccessLayers("wire")
			.whereLayer("world")
			.mayOnlyAccessLayers("wire", "account")
			.whereLayer("webhook")
			.mayOnlyAccessLayers("world", "wire", "account")
			.whereLayer("carrier")
			.mayOnlyAccessLayers("webhook", "world", "account")
			.whereLayer("phone")
			.mayOnlyAccessLayers("carrier", "webhook", "world", "wire", "account")
			.whereLayer("rest")
			.mayOnlyAccessLayers("carrier", "webhook", "world", "fault", "wire", "account");
	}

	/** Which package may use which. A package without a rule may use all others. */
	private static LayeredArchitecture allowedPackages() {
		LayeredArchitecture house = Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
		for (String room : new String[] { "command", "server", "limit", "http", "address", "privacy", "text",
				"diagnosis", "datafile", "worker", "customer", "template", "work", "conversation", "consent",
				"delivery", "twilio", "callback", "welcome", "conformance", "startup", "sandbox" }) {
			house = house.layer(room).definedBy(ROOT + room + "..");
		}
		return house.ensureAllClassesAreContainedInArchitectureIgnoring("io.frontlineservice")
			.layer("crm")
			.definedBy(ROOT + "crm")
			.layer("kit")
			.definedBy(KIT)
			.layer("api")
			.definedBy(API)
			.layer("tokens")
			.definedBy(TOKENS)
			.layer("readers")
			.definedBy(READERS)
			.layer("vendors")
			.definedBy(VENDOR)
			.whereLayer("command")
			.mayOnlyAccessLayers("text")
			.whereLayer("server")
			.mayNotAccessAnyLayer()
			.whereLayer("limit")
			.mayNotAccessAnyLayer()
			.whereLayer("http")
			.mayOnlyAccessLayers("limit")
			.whereLayer("address")
			.mayOnlyAccessLayers("diagnosis")
			.whereLayer("privacy")
			.mayNotAccessAnyLayer()
			.whereLayer("text")
			.mayNotAccessAnyLayer()
			.whereLayer("diagnosis")
			.mayOnlyAccessLayers("privacy", "command", "text")
			.whereLayer("datafile")
			.mayOnlyAccessLayers("diagnosis")
			.whereLayer("worker")
			.mayOnlyAccessLayers("address", "privacy", "text", "diagnosis", "datafile")
			.whereLayer("customer")
			.mayOnlyAccessLayers("limit", "worker", "address", "privacy", "diagnosis")
			.whereLayer("crm")
			.mayOnlyAccessLayers("limit", "customer", "worker", "address", "text", "diagnosis")
			.whereLayer("kit")
			.mayOnlyAccessLayers("limit", "customer", "worker", "address", "text", "diagnosis")
			.whereLayer("api")
			.mayOnlyAccessLayers("http", "limit", "customer", "privacy", "diagnosis")
			.whereLayer("tokens")
			.mayOnlyAccessLayers("api", "work", "limit", "customer", "privacy")
			.whereLayer("readers")
			.mayOnlyAccessLayers("kit", "datafile", "diagnosis", "customer", "worker", "address", "text")
			.whereLayer("vendors")
			.mayOnlyAccessLayers("limit", "crm", "kit", "api", "readers", "customer", "worker", "address", "text",
					"diagnosis", "datafile", "command", "privacy")
			.whereLayer("template")
			.mayOnlyAccessLayers("command", "limit", "customer", "worker", "address", "text", "diagnosis", "datafile")
			.whereLayer("work")
			.mayOnlyAccessLayers("privacy", "diagnosis")
			.whereLayer("conversation")
			.mayOnlyAccessLayers("limit", "customer", "worker", "address", "work", "text", "privacy", "diagnosis")
			.whereLayer("consent")
			.mayOnlyAccessLayers("limit", "conversation", "customer", "worker", "address", "work", "text", "privacy",
					"diagnosis", "datafile")
			.whereLayer("delivery")
			.mayOnlyAccessLayers("limit", "consent", "conversation", "template", "customer", "worker", "address",
					"work", "text", "privacy", "diagnosis")
			.whereLayer("twilio")
			.mayOnlyAccessLayers("limit", "http", "conversation", "consent", "template", "worker", "address", "privacy",
					"diagnosis", "server")
			.whereLayer("callback")
			.mayOnlyAccessLayers("limit", "customer", "template", "conversation", "consent", "delivery", "worker",
					"address", "privacy", "diagnosis")
			.whereLayer("conformance")
			.mayOnlyAccessLayers("command", "limit", "http", "api", "readers", "kit", "customer", "worker", "address",
					"privacy", "diagnosis")
			.whereLayer("startup")
			.mayOnlyAccessLayers("command", "twilio")
			.whereLayer("welcome")
			.mayOnlyAccessLayers("twilio")
			.whereLayer("sandbox")
			.mayOnlyAccessLayers("welcome", "limit", "twilio", "worker", "customer", "address", "privacy", "diagnosis",
					"server");
	}

	/** A class and its nested classes are one slice. */
	private static SliceAssignment topLevelClassesOf(String packages) {
		return new SliceAssignment() {
			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return resideInAPackage(packages).test(type)
						? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", "")) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "top-level classes of " + packages;
			}
		};
	}

	private static ArchRule onlyPackage(String name, String library) {
		return noClasses().that()
			.resideOutsideOfPackage(ROOT + name + "..")
			.should()
			.dependOnClassesThat(resideInAPackage(library));
	}

	private static DescribedPredicate<JavaClass> isAnotherController() {
		return DescribedPredicate.describe("another controller", (type) -> type.isAnnotatedWith(RestController.class));
	}

}
