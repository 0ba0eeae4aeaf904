package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what the grants of MariaDB mean. */
class MariaDbPlanTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GRANT SELECT ON `crm`.* TO `frontline`@`%`                         | false
			GRANT SELECT, INSERT ON `crm`.* TO `frontline`@`%`                 | true
			GRANT ALL PRIVILEGES ON *.* TO `frontline`@`%` WITH GRANT OPTION   | true
			GRANT SELECT, INSERT, UPDATE, DELETE ON `test\\_%`.* TO PUBLIC      | false
			""")
	void grantOfTheUserMayAllowToWrite(String grant, boolean mayWrite) {
		assertThat(MariaDbPlan.mayWrite(List.of("GRANT USAGE ON *.* TO `frontline`@`%`", grant))).isEqualTo(mayWrite);
	}

}
