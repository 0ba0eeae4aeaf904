package io.frontlineservice.sandbox.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pretend Salesforce reads SOQL as Salesforce's documents say. */
class PretendSalesforceTests {

	private final SalesforceOrg org = new PretendSalesforce().org();

	private String id;

	@BeforeEach
	void createContacts() {
		String account = this.org.insert("Account", Map.of("Name", "Acme"));
		this.id = this.org.insert("Contact",
				Map.of("LastName", "O'Brien", "AccountId", account, "Phone", "50% \\ _", "DoNotCall", true));
		this.org.insert("Contact", Map.of("LastName", "ann", "Phone", "500"));
		this.org.insert("Contact", Map.of("LastName", "Ann B", "Phone", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Name = 'o\\'brien'                         | O'Brien
			Name = 'O\\u0027Brien'                     | O'Brien
			Name != 'ann'                              | Ann B;O'Brien
			Name > 'Ann'                               | Ann B;O'Brien
			Name >= 'ann' AND Name < 'b'               | ann;Ann B
			Phone = null                               | Ann B
			Phone != null                              | ann;O'Brien
			DoNotCall = true                           | O'Brien
			DoNotCall = false AND NOT (Phone = null)   | ann
			Account.Name = 'ACME'                      | O'Brien
			Account.Name != 'ACME'                     | ann;Ann B
			Phone LIKE '50\\%%'                        | O'Brien
			Phone LIKE '50%'                           | ann;O'Brien
			Phone LIKE '%\\\\ \\_'                     | O'Brien
			Phone LIKE '5_0'                           | ann
			Name IN ('ANN', 'x')                       | ann
			(Name = 'ann' OR (Name = 'ann b' AND Phone = null)) | ann;Ann B
			""")
	void conditionSelectsRecords(String condition, String names) {
		assertThat(names("SELECT Id, Name FROM Contact WHERE " + condition + " ORDER BY Name, Id"))
			.isEqualTo(List.of(names.split(";")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Name = 'a' AND Name = 'b' OR Name = 'c'    | unexpected token: 'OR'
			Name = 'a\\x'                              | Illegal character sequence
			Name = 'a\\%'                              | Illegal character sequence
			Name = 'a\\u00'                            | Illegal character sequence
			Name = 'O'Brien                            | unexpected token: 'Brien'
			Name = 'a                                  | unexpected token: '''
			Name LIKE %                                | unexpected token: '%'
			Name = "a"                                 | unexpected token: '"'
			Name == 'a'                                | unexpected token: '='
			Name                                       | unexpected token: '<EOF>'
			Nickname = 'a'                             | No such column 'Nickname' on entity 'Contact'
			Boss.Name = 'a'                            | No such column 'Boss' on entity 'Contact'
			Id = '003'                                 | invalid ID field: 003
			OwnerId IN ('005000000000000AAB')          | invalid ID field: 005000000000000AAB
			""")
	void wrongConditionIsRefused(String condition, String message) {
		assertThatExceptionOfType(SalesforceError.class)
			.isThrownBy(() -> names("SELECT Id, Name FROM Contact WHERE " + condition))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT Nope FROM Contact", "SELECT Id FROM Nope", "SELECT Id FROM Contact ORDER BY Nope",
			"SELECT FROM Contact", "SELECT Id FROM Contact LIMTI 1", "DELETE FROM Contact", "" })
	void wrongQueryIsRefused(String query) {
		assertThatExceptionOfType(SalesforceError.class).isThrownBy(() -> names(query));
	}

	@Test
	void relatedRecordsAreNestedAndEmptyOnesAreNull() {
		List<Map<?, ?>> records = records("SELECT Id, Account.Name, Account.Phone FROM Contact ORDER BY Name");
		assertThat(records.get(0).containsKey("Account")).isTrue();
		assertThat(records.get(0).get("Account")).isNull();
		assertThat(records.get(2).get("Account"))
			.asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
			.containsEntry("Name", "Acme")
			.containsEntry("Phone", null)
			.containsKey("attributes");
	}

	@Test
	void idsAreComparedByTheirFirstFifteenCharacters() {
		assertThat(names("SELECT Id, Name FROM Contact WHERE Id = '" + this.id.substring(0, 15) + "'"))
			.containsExactly("O'Brien");
		assertThat(names("SELECT Id, Name FROM Contact WHERE Id > '" + this.id + "' ORDER BY Id LIMIT 1"))
			.containsExactly("ann");
	}

	@ParameterizedTest
	@CsvSource({ "001A000000KFVFE,001A000000KFVFEIA5", "003A000001aaaAA,003A000001aaaAAIAY" })
	void suffixOfAnIdIsRecognized(String shortId, String expected) {
		assertThat(RecordIds.isId(shortId)).isTrue();
		assertThat(RecordIds.isId(expected)).isTrue();
		assertThat(RecordIds.isId(shortId + "ZZZ")).isFalse();
		assertThat(RecordIds.isId(shortId + "A")).isFalse();
	}

	private List<String> names(String query) {
		return records(query).stream().map((it) -> String.valueOf(it.get("Name"))).toList();
	}

	@SuppressWarnings("unchecked")
	private List<Map<?, ?>> records(String query) {
		return (List<Map<?, ?>>) new QueryRun(this.org, "v67.0", query, null).result().get("records");
	}

}
