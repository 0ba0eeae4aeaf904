package io.frontlineservice.crm.dataverse;

import java.util.HashMap;
import java.util.Map;

/**
 * The texts that Dataverse returns beside values. A choice is a number, whose text says
 * what it means; other values are better as they are. Used by {@link DataverseApi}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/select-columns#formatted-values">Formatted
 * values</a>
 */
final class FormattedValues {

	/** The annotation that requests ask for. */
	static final String ANNOTATION = "OData.Community.Display.V1.FormattedValue";

	private FormattedValues() {
	}

	/** Returns the row with the texts of its whole numbers. */
	static Map<String, Object> applied(Map<String, Object> row) {
		Map<String, Object> applied = new HashMap<>(row);
		row.forEach((column, value) -> {
			if (value instanceof Integer && row.get(column + "@" + ANNOTATION) instanceof String text) {
				applied.put(column, text);
			}
		});
		return applied;
	}

}
