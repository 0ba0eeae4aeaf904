package io.frontlineservice;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Identifiers have types of their own, except where text enters or leaves the service.
 */
@AnalyzeClasses(packages = "io.frontlineservice", importOptions = ImportOption.DoNotIncludeTests.class)
class IdentifierTypesTests {

	private static final String ROOT = "io.frontlineservice.";

	private static final Pattern IDENTIFIER = Pattern.compile(
			"(?i)(worker|owner|customer|conversation)(Identity|Id|Sid)?|identity|.*(workerIdentity|customerId|conversationSid)");

	/** Packages where identifiers are text: forms, REST calls, files and the sandbox. */
	private static final String[] EDGE = { ROOT + "callback..", ROOT + "twilio..", ROOT + "sandbox..",
			ROOT + "crm.file..", ROOT + "crm.reader.." };

	/** Records of other packages that hold text as it enters or leaves the service. */
	private static final Set<String> EDGE_RECORDS = Set.of("customer.Customer", "worker.WorkerEntry",
			"conversation.gateway.Participant");

	@ArchTest
	static final ArchRule noTextIsNamedLikeAnIdentifier = ArchRuleDefinition.classes()
		.that()
		.resideOutsideOfPackages(EDGE)
		.and(DescribedPredicate.describe("are not records of text",
				(type) -> !EDGE_RECORDS
					.contains(type.getName().substring(Math.min(ROOT.length(), type.getName().length())))))
		.should(haveNoTextNamedLikeAnIdentifier());

	private static ArchCondition<JavaClass> haveNoTextNamedLikeAnIdentifier() {
		return new ArchCondition<>("have no String parameter or component named like an identifier") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Class<?> reflected = type.reflect();
				Stream
					.<Executable>concat(Arrays.stream(reflected.getDeclaredMethods()),
							Arrays.stream(reflected.getDeclaredConstructors()))
					.filter((executable) -> !executable.isSynthetic())
					.forEach((executable) -> check(type, executable, events));
			}

			private void check(JavaClass type, Executable executable, ConditionEvents events) {
				for (Parameter parameter : executable.getParameters()) {
					if (parameter.getType() == String.class && parameter.isNamePresent()
							&& IDENTIFIER.matcher(parameter.getName()).matches()) {
						events.add(SimpleConditionEvent.violated(type, "%s.%s has the String %s"
							.formatted(type.getFullName(), executable.getName(), parameter.getName())));
					}
				}
			}
		};
	}

}
