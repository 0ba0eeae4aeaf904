package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which fields of a file mean what: the settings, and the defaults for each format. Asked
 * by the readers of the formats. Immutable.
 *
 * @param settings the fields that the operator has set
 * @param forObjects the mapping for JSON and YAML
 */
public record FileFields(FieldMapping settings, FieldMapping forObjects) {

	/** The settings of the fields. */
	public static final String PREFIX = "frontline.crm.file.fields";

	/** Where the settings were before other formats and adapters had them. */
	public static final String FORMER_PREFIX = "frontline.crm.file.columns";

	/**
	 * The fields that a column of a CSV file can have without a setting. The others are
	 * shown to workers, so a column must not become one of them by its name alone.
	 */
	static final Set<CustomerField> RECOGNIZED = EnumSet.of(CustomerField.CUSTOMER_ID, CustomerField.DISPLAY_NAME,
			CustomerField.FIRST_NAME, CustomerField.LAST_NAME, CustomerField.WORKER, CustomerField.PHONE,
			CustomerField.WHATSAPP, CustomerField.EMAIL, CustomerField.COMPANY, CustomerField.LANGUAGE);

	/**
	 * The fields that a property of a JSON or YAML file can have without a setting: those
	 * of Twilio's sample and ours. Any other property is read only if a setting names it.
	 */
	private static final Set<CustomerField> OBJECT_PROPERTIES = EnumSet.of(CustomerField.CUSTOMER_ID,
			CustomerField.DISPLAY_NAME, CustomerField.WORKER, CustomerField.CHANNELS, CustomerField.EMAIL,
			CustomerField.COMPANY, CustomerField.LANGUAGE, CustomerField.AVATAR, CustomerField.LINKS,
			CustomerField.DETAILS, CustomerField.UPDATED_AT);

	private static final FieldMapping OBJECT_DEFAULTS = objectDefaults();

	/** The fields that are set, with the defaults of each format. */
	public FileFields(FieldMapping settings) {
		this(settings, settings.orElse(OBJECT_DEFAULTS));
	}

	/** The fields that are set, with the former settings of the columns of a CSV file. */
	public static FileFields of(FieldMapping fields, FormerColumns former) {
		return new FileFields(fields.orElse(former.toMapping()), fields.orElse(OBJECT_DEFAULTS));
	}

	/**
	 * The names that a column for this field may have; empty if there is no such column.
	 */
	List<String> columns(CustomerField field) {
		List<String> configured = this.settings.configured(field);
		if (configured != null) {
			return configured.stream().filter((name) -> !name.isBlank()).toList();
		}
		return RECOGNIZED.contains(field) ? List.of(defaultName(field)) : List.of();
	}

	/** Whether the operator has set another name than the default. */
	boolean isNamed(CustomerField field) {
		return this.settings.configured(field) != null && !columns(field).equals(List.of(defaultName(field)));
	}

	/** Whether the operator has set that there is no such column. */
	boolean isExcluded(CustomerField field) {
		return columns(field).isEmpty();
	}

	/** The names of the columns that are not attributes. */
	Set<String> reservedColumns() {
		Set<String> names = new HashSet<>();
		for (CustomerField field : CustomerField.values()) {
			if (field != CustomerField.FIRST_NAME && field != CustomerField.LAST_NAME) {
				names.addAll(columns(field));
			}
		}
		return names;
	}

	/** The properties of a JSON or YAML file that the operator has named. */
	Set<String> namedProperties() {
		Set<String> names = new LinkedHashSet<>();
		for (CustomerField field : CustomerField.values()) {
			if (!this.forObjects.names(field).equals(OBJECT_DEFAULTS.names(field))) {
				names.addAll(this.forObjects.names(field));
			}
		}
		this.forObjects.fieldsInTexts().values().forEach(names::addAll);
		return names;
	}

	/** Whether several columns can hold it, of which a customer may have any. */
	static boolean isContact(CustomerField field) {
		return switch (field) {
			case PHONE, WHATSAPP, WHATSAPP_ID, EMAIL, CHAT -> true;
			default -> false;
		};
	}

	/** The setting that names the field. */
	static String setting(CustomerField field) {
		return PREFIX + "." + field.key();
	}

	static String defaultName(CustomerField field) {
		return field.name().toLowerCase(Locale.ROOT);
	}

	private static FieldMapping objectDefaults() {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		OBJECT_PROPERTIES.forEach((field) -> names.put(field, List.of(defaultName(field))));
		names.put(CustomerField.WORKER, List.of("worker", "workers"));
		return FieldMapping.of(names);
	}

}
