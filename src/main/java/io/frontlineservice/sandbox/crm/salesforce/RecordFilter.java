package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells which records meet a condition. A comparison with an empty field is false, except
 * that it is unequal to every value. Used by {@link QueryRun} for one query. Thread-safe.
 */
final class RecordFilter {

	private final RecordReader reader;

	RecordFilter(RecordReader reader) {
		this.reader = reader;
	}

	boolean matches(SalesforceRecord record, SoqlCondition condition) {
		if (condition instanceof SoqlCondition.All all) {
			return all.conditions().stream().allMatch((it) -> matches(record, it));
		}
		if (condition instanceof SoqlCondition.Any any) {
			return any.conditions().stream().anyMatch((it) -> matches(record, it));
		}
		if (condition instanceof SoqlCondition.Not not) {
			return !matches(record, not.condition());
		}
		if (condition instanceof SoqlCondition.Like like) {
			Object value = this.reader.value(record, like.field());
			return value != null && like.pattern().matcher(value.toString()).matches();
		}
		if (condition instanceof SoqlCondition.In in) {
			return in.values().stream().anyMatch((it) -> compares(record, in.field(), "=", it));
		}
		SoqlCondition.Comparison comparison = (SoqlCondition.Comparison) condition;
		return compares(record, comparison.field(), comparison.operator(), comparison.value());
	}

	private boolean compares(SalesforceRecord record, String field, String operator, @Nullable Object wanted) {
		Object value = this.reader.value(record, field);
		boolean isId = this.reader.holdsIds(field);
		if (isId && wanted != null && !RecordIds.isId(wanted.toString())) {
			throw SalesforceError.invalidId(wanted.toString());
		}
		if (value == null || wanted == null) {
			boolean equal = Objects.equals(value, wanted);
			return operator.equals("=") ? equal : operator.equals("!=") && !equal;
		}
		int order = isId ? compareIds(value.toString(), wanted.toString()) : RecordReader.compare(value, wanted);
		return switch (operator) {
			case "=" -> order == 0;
			case "!=" -> order != 0;
			case "<" -> order < 0;
			case "<=" -> order <= 0;
			case ">" -> order > 0;
			default -> order >= 0;
		};
	}

	private static int compareIds(String id, String wanted) {
		return RecordIds.comparable(id).compareTo(RecordIds.comparable(wanted));
	}

}
