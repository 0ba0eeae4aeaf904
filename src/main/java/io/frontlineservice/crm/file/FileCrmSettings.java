package io.frontlineservice.crm.file;

import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.ConfiguredCustomerFile;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.crm.reader.FormerColumns;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.Charset;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the customers are.
 *
 * @param location the file: JSON or YAML as in Twilio's sample, or CSV with a header
 * @param encoding the charset of the file, such as windows-1252; UTF-16 is recognized by
 * itself
 * @param fields the names of the properties or columns
 * @param columns the former names of the settings in fields; deprecated
 * @param reloadInterval how often to look whether the file has changed
 */
@ConfigurationProperties("frontline.crm.file")
record FileCrmSettings(
		@NotNull(message = "is missing: set it to your file of customers, in JSON, YAML or CSV") FileLocation location,
		@DefaultValue("UTF-8") Charset encoding, @DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue @NestedConfigurationProperty FormerColumns columns,
		@DefaultValue("2s") @DurationMin(millis = 10, message = "must be 10ms or more") Duration reloadInterval) {

	/** The encoding of the file. */
	FileEncoding fileEncoding() {
		return new FileEncoding(this.encoding, ConfiguredCustomerFile.ENCODING);
	}

	/** The fields, those included that are set by their former names. */
	FileFields allFields() {
		return FileFields.of(this.fields, this.columns);
	}

}
