package io.frontlineservice.crm.file;

import io.frontlineservice.datafile.FileLocation;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the customers are.
 *
 * @param location the file: JSON or YAML as in Twilio's sample, or CSV with a header
 * @param columns the names of the columns, for CSV
 * @param reloadInterval how often to look whether the file has changed
 */
@ConfigurationProperties("frontline.crm.file")
record FileCrmSettings(
		@NotNull(message = "is missing: set it to your file of customers, in JSON, YAML or CSV") FileLocation location,
		@DefaultValue Columns columns,
		@DefaultValue("2s") @DurationMin(millis = 10, message = "must be 10ms or more") Duration reloadInterval) {

	/**
	 * The names of the columns of a CSV file; an empty name says that there is no such
	 * column. All other columns become attributes.
	 *
	 * @param customerId the column of the unique id
	 * @param displayName the column of the name
	 * @param worker the column of the owner's identity
	 * @param phone the column of the number for SMS
	 * @param whatsapp the column of the number for WhatsApp
	 * @param email the column of the e-mail address
	 * @param company the column of the company
	 * @param language the column of the language
	 * @param firstName the column of the first name, which is an attribute too
	 * @param lastName the column of the last name; with the first name it makes the name
	 * in a file that has no column of the name
	 */
	record Columns(@DefaultValue("customer_id") String customerId, @DefaultValue("display_name") String displayName,
			@DefaultValue("worker") String worker, @DefaultValue("phone") String phone,
			@DefaultValue("whatsapp") String whatsapp, @DefaultValue("email") String email,
			@DefaultValue("company") String company, @DefaultValue("language") String language,
			@DefaultValue("first_name") String firstName, @DefaultValue("last_name") String lastName) {

		/** The names of the columns that are not attributes. */
		Set<String> names() {
			return Set.copyOf(List.of(this.customerId, this.displayName, this.worker, this.phone, this.whatsapp,
					this.email, this.company, this.language));
		}

	}

}
