package io.frontlineservice.sandbox.crm.salesforce;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition of a {@link SoqlQuery}. Evaluated by {@link RecordFilter}. Immutable. */
sealed interface SoqlCondition {

	/** All of these conditions. */
	record All(List<SoqlCondition> conditions) implements SoqlCondition {
	}

	/** One of these conditions. */
	record Any(List<SoqlCondition> conditions) implements SoqlCondition {
	}

	/** The opposite of a condition. */
	record Not(SoqlCondition condition) implements SoqlCondition {
	}

	/**
	 * A comparison of a field with a value.
	 *
	 * @param operator one of the signs of SOQL
	 * @param value a text, a boolean or null
	 */
	record Comparison(String field, String operator, @Nullable Object value) implements SoqlCondition {
	}

	/** A field is one of these values. */
	record In(String field, List<@Nullable Object> values) implements SoqlCondition {
	}

	/** A field matches a pattern. */
	record Like(String field, Pattern pattern) implements SoqlCondition {
	}

}
