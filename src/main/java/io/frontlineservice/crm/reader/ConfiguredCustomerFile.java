package io.frontlineservice.crm.reader;

import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The reader of customer files that the settings {@code frontline.crm.file} describe:
 * their fields and encoding. Called by checks and commands, which have no beans.
 */
public final class ConfiguredCustomerFile {

	/** The setting of the charset. */
	public static final String ENCODING = "frontline.crm.file.encoding";

	private ConfiguredCustomerFile() {
	}

	/** Returns the reader. The settings can be bound. */
	public static CustomerFile from(Environment environment) {
		return new CustomerFile(fields(environment), ConfiguredAddresses.reader(environment), encoding(environment));
	}

	/** Returns what is wrong with the settings. */
	public static List<Finding> findings(Environment environment) {
		try {
			encoding(environment);
		}
		catch (BindException ex) {
			return List.of(new Finding(ENCODING, "must be a charset such as UTF-8 or windows-1252"));
		}
		try {
			return fieldFindings(environment);
		}
		catch (BindException ex) {
			return List.of(new Finding(FileFields.PREFIX, "cannot be understood"));
		}
	}

	/** Returns the settings as a text, which is the same in every process. */
	public static String description(Environment environment) {
		Map<String, String> settings = new TreeMap<>(Binder.get(environment)
			.bind("frontline.crm.file", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of()));
		settings.keySet().removeAll(Set.of("location", "reload-interval"));
		return settings + " " + SettingText.of(environment, "frontline.default-region");
	}

	/** Returns what is wrong with the fields, which can be bound. */
	public static List<Finding> fieldFindings(Environment environment) {
		return fields(environment).settings().findings(FileFields.PREFIX);
	}

	/** Whether no file can be read while there is this finding. */
	public static boolean preventsReading(Finding finding) {
		return finding.key().startsWith(FileFields.PREFIX) || finding.key().equals(ENCODING);
	}

	private static FileEncoding encoding(Environment environment) {
		Charset charset = Binder.get(environment).bind(ENCODING, Charset.class).orElse(StandardCharsets.UTF_8);
		return new FileEncoding(charset, ENCODING);
	}

	private static FileFields fields(Environment environment) {
		Binder binder = Binder.get(environment);
		return FileFields.of(binder.bindOrCreate(FileFields.PREFIX, FieldMapping.class),
				binder.bindOrCreate(FileFields.FORMER_PREFIX, FormerColumns.class));
	}

}
