package io.frontlineservice.crm.jdbc;

import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.own.Queries;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the customers are, and how to read them.
 *
 * @param url the JDBC URL of the database
 * @param username the user of the database
 * @param password the password of that user
 * @param schema whose tables the customers are in: the operator's own, or tables that
 * this service manages
 * @param queries the queries for the operator's own tables
 * @param fields the names of the columns in the results of the queries
 * @param connections the most connections of this instance
 * @param connectionTimeout how long a query waits for a connection
 * @param statementTimeout how long one statement may take
 * @param firstImport a customer file that is imported if the managed tables have no
 * customers; none by default
 */
@ConfigurationProperties(JdbcCrmSettings.PREFIX)
record JdbcCrmSettings(
		@NotNull(message = "is missing: set it to the JDBC URL of your database, "
				+ "such as jdbc:postgresql://db.example.com/crm") @Pattern(regexp = "jdbc:.+",
						message = "must be a JDBC URL, such as jdbc:postgresql://db.example.com/crm") String url,
		@Nullable String username, @Nullable Secret password, @DefaultValue("own") TableSchema schema,
		@DefaultValue @NestedConfigurationProperty Queries queries,
		@DefaultValue @NestedConfigurationProperty FieldMapping fields,
		@DefaultValue("10") @Min(value = 1, message = "must be 1 or more") @Max(value = 100,
				message = "must be at most 100") int connections,
		@DefaultValue("1s") @DurationMin(millis = 250, message = "must be 250ms or more") @DurationMax(millis = 3500,
				message = "must be at most 3500ms, so that callbacks are answered in time") Duration connectionTimeout,
		@DefaultValue("3s") @DurationMin(millis = 100, message = "must be 100ms or more") @DurationMax(millis = 3500,
				message = "must be at most 3500ms, so that callbacks are answered in time") Duration statementTimeout,
		@Nullable FileLocation firstImport) {

	static final String PREFIX = "frontline.crm.jdbc";

	/** How to connect; the URL has been checked. */
	DatabaseSettings database() {
		return new DatabaseSettings(this.url, this.username, this.password, this.connections, this.connectionTimeout,
				this.statementTimeout);
	}

}
