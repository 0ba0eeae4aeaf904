package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.privacy.Secret;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Which database an import writes to: the same settings as those of the adapter, of which
 * an import needs few. Called by {@link ImportCommand}.
 */
final class ImportSettings {

	private static final String PREFIX = "frontline.crm.jdbc.";

	private static final String URL = PREFIX + "url";

	private static final String SCHEMA = PREFIX + "schema";

	private ImportSettings() {
	}

	/** Returns what is wrong with the settings. */
	static List<Finding> findings(Environment environment) {
		String url = SettingText.of(environment, URL);
		if (!url.startsWith("jdbc:")) {
			return List.of(new Finding(URL, "must be the JDBC URL of the database to import into, such as "
					+ "jdbc:postgresql://db.example.com/crm"));
		}
		if (SettingText.of(environment, SCHEMA).equalsIgnoreCase("own")) {
			return List.of(new Finding(SCHEMA,
					"is own: import fills tables of this service, not your own; set it to managed to use them"));
		}
		try {
			DriverManager.getDriver(url);
			return List.of();
		}
		catch (SQLException ex) {
			return List.of(new Finding(URL, "needs a JDBC driver that is not on the class path: put its jar into a "
					+ "folder, and start Java with -Dloader.path=FOLDER"));
		}
	}

	/** Returns how to connect. */
	static DatabaseSettings database(Environment environment) {
		String username = SettingText.of(environment, PREFIX + "username");
		String password = SettingText.of(environment, PREFIX + "password");
		return new DatabaseSettings(SettingText.of(environment, URL), username.isEmpty() ? null : username,
				password.isEmpty() ? null : Secret.of(password), 1, Duration.ofSeconds(5), Duration.ofSeconds(3));
	}

}
