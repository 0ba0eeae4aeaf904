package io.frontlineservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** How beans receive data sources and the clock, and that their names differ. */
@AnalyzeClasses(packages = "io.frontlineservice", importOptions = ImportOption.DoNotIncludeTests.class)
class InjectionArchitectureTests {

	private static final List<Class<?>> OF_DATA_SOURCE = List.of(DataSource.class, JdbcClient.class,
			JdbcOperations.class, NamedParameterJdbcOperations.class, TransactionManager.class,
			TransactionOperations.class);

	private static final DescribedPredicate<JavaType> IS_OF_DATA_SOURCE = DescribedPredicate.describe(
			"are a DataSource or wrap one",
			(type) -> type.getAllInvolvedRawTypes()
				.stream()
				.anyMatch((raw) -> OF_DATA_SOURCE.stream().anyMatch(raw::isAssignableTo)));

	/** The clock bean, and classes that run without an application context. */
	private static final Set<String> MAY_READ_SYSTEM_CLOCK = Set.of("ClockConfiguration", "ClockExamination",
			"AccountAccess", "SampleContext", "PretendTwilio", "PretendDataverse", "PretendHubSpot", "PretendPipedrive",
			"PretendSalesforce", "DataverseVendor", "SalesforceVendor");

	@ArchTest
	static final ArchRule dataSourcesAreInjectedOnlyByQualifier = codeUnits().that(areInjected())
		.should(haveQualifiedDataSources());

	@ArchTest
	static final ArchRule fieldsAreNotInjected = fields().should().notBeAnnotatedWith(Autowired.class);

	@ArchTest
	static final ArchRule timeComesFromTheClockBean = noClasses()
		.that(DescribedPredicate.describe("are not " + MAY_READ_SYSTEM_CLOCK,
				(JavaClass type) -> !MAY_READ_SYSTEM_CLOCK.contains(type.getSimpleName())))
		.should()
		.callMethodWhere(readsSystemClock());

	/** Their bean names would be the same, and the service would not start. */
	@ArchTest
	static void componentsHaveDifferentNames(JavaClasses classes) {
		assertThat(classes.stream()
			.filter((type) -> type.isTopLevelClass() && type.isMetaAnnotatedWith(Component.class))
			.map(JavaClass::getSimpleName)).doesNotHaveDuplicates();
	}

	private static DescribedPredicate<JavaCodeUnit> areInjected() {
		return DescribedPredicate.describe("are bean methods, or constructors of components",
				(codeUnit) -> codeUnit.isMetaAnnotatedWith(Bean.class) || codeUnit.isMetaAnnotatedWith(Autowired.class)
						|| (codeUnit.isConstructor() && codeUnit.getOwner().isMetaAnnotatedWith(Component.class)));
	}

	private static ArchCondition<JavaCodeUnit> haveQualifiedDataSources() {
		return new ArchCondition<>("have a qualifier for each DataSource and each type that wraps one") {
			@Override
			public void check(JavaCodeUnit codeUnit, ConditionEvents events) {
				for (JavaParameter parameter : codeUnit.getParameters()) {
					if (IS_OF_DATA_SOURCE.test(parameter.getType())
							&& !parameter.isMetaAnnotatedWith(Qualifier.class)) {
						events.add(SimpleConditionEvent.violated(parameter,
								parameter.getDescription() + " has no qualifier"));
					}
				}
				if (codeUnit.isMetaAnnotatedWith(Bean.class) && IS_OF_DATA_SOURCE.test(codeUnit.getReturnType())
						&& !codeUnit.isMetaAnnotatedWith(Qualifier.class)) {
					events.add(SimpleConditionEvent.violated(codeUnit,
							"The bean of " + codeUnit.getDescription() + " has no qualifier"));
				}
			}
		};
	}

	private static DescribedPredicate<JavaMethodCall> readsSystemClock() {
		return DescribedPredicate.describe("the system clock is read", (call) -> {
			MethodCallTarget target = call.getTarget();
			JavaClass owner = target.getOwner();
			boolean takesClock = target.getRawParameterTypes()
				.stream()
				.anyMatch((it) -> it.isEquivalentTo(Clock.class));
			if (owner.isAssignableTo(InstantSource.class)) {
				return target.getName().startsWith("system") || (target.getName().startsWith("tick") && !takesClock);
			}
			return (owner.isAssignableTo(Temporal.class) && target.getName().equals("now") && !takesClock)
					|| (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
		});
	}

}
