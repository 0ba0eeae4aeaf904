package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Companies have no first name; people with names like legal forms do. */
class CompanyNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Weber KG", "Barilla S.p.A.", "Philips N.V.", "Maersk A/S", "Jensen ApS", "Weber UG",
			"Weber UG (haftungsbeschränkt)", "Weber OHG", "Turnverein e.V.", "Weber e.K.", "Silva Ltda", "Silva Ltda.",
			"Novák s.r.o.", "Rossi Srl", "Rossi S.r.l.", "Tanaka K.K.", "Nokia Oyj", "SAP SE", "Dupont SAS",
			"Baker McKenzie LLP", "Acme Company Limited", "Acme Corporation", "Acme Corp", "Acme Corp.", "Acme Inc",
			"Acme Inc.", "Acme LLC", "Acme, LLC", "Acme L.L.C.", "Acme Ltd", "Acme PLC", "Acme plc", "Acme Pty Ltd",
			"Acme Pte. Ltd.", "Acme Sdn Bhd", "Acme Pvt. Ltd.", "Acme Incorporated", "Acme Co.", "Weber & Co",
			"Weber & Co.", "Weber & Cie", "Weber GmbH", "Weber gGmbH", "Weber Gmbh", "WEBER GMBH", "weber gmbh",
			"Weber GmbH & Co. KG", "Weber GmbH & Co KG", "WEBER KG", "weber kg", "Weber Kg", "Weber AG", "Weber eG",
			"Weber e. V.", "Weber eV", "Weber e.U.", "Weber OG", "Weber GbR", "Weber Ges.m.b.H.", "Weber KGaA",
			"Dr. Oetker KG", "Dr. August Oetker Nahrungsmittel KG", "Herr & Frau Weber GmbH", "Weber PartG mbB",
			"Weber GmbH Wien", "Weber GmbH (Wien)", "Weber GmbH, Wien", "Weber KG - Einkauf", "Weber KG (Einkauf)",
			"Weber KG, Wien", "Acme Ltd London", "Volvo AB", "Nokia Oy", "Nokia Oy Ab", "Equinor ASA", "Jansen BV",
			"Jansen B.V.", "Jansen VOF", "Peeters BVBA", "Peeters NV", "Dupont SARL", "SARL Dupont", "EURL Martin",
			"Dupont S.A.", "Dupont SA", "Dupont SNC", "Dupont S.à r.l.", "Construcciones García, S.L.",
			"Construcciones García SL", "García S.A. de C.V.", "García S. de R.L. de C.V.", "Martínez y Cía",
			"Silva Lda", "Silva Lda.", "Silva S/A", "Silva Limitada", "Kowalski Sp. z o.o.", "Kowalski sp.k.",
			"Horvat d.o.o.", "Krka d.d.", "Nagy Kft.", "Nagy Zrt.", "Novák a.s.", "UAB Baltija", "Popescu SRL",
			"Ivanov OOD", "Иванов ООД", "ООО Ромашка", "ООО РОМАШКА", "ТОВ Ромашка", "Marel hf.", "Yılmaz A.Ş.",
			"Bank Mandiri Tbk", "トヨタ自動車株式会社", "株式会社ソニー", "삼성전자 주식회사", "(주)카카오", "华为技术有限公司", "Acme Limited Partnership",
			"Telefónica, S.A.", "Barilla Spa", "Barilla SpA", "Jensen Aps", "acme inc", "silva ltda", "ACME CO.",
			"Weber Kgaa", "Dupont Eurl", "Dupont Sarl", "nokia oyj", "Mehiläinen Oyj", "Jansen Vof",
			"Oak & Ash, Inc. (London)" })
	void companyHasNoFirstName(String name) {
		assertThat(PersonName.firstNameOf(named(name))).isNull();
		assertThat(PersonName.of(named(name))).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "Anna Se;Anna", "Ag Nguyen;Ag", "AG Nguyen;AG", "Maria Sas;Maria",
			"Jan Ab;Jan", "Mr. Co;Co", "Jose Co;Jose", "Co Nguyen;Co", "Sa Nguyen;Sa", "Nguyen Sa;Nguyen",
			"Sas Kim;Sas", "Se Young;Se", "Lee Og;Lee", "Bo Ug;Bo", "Kim As;Kim", "Kim Doo;Kim", "Suresh KS;Suresh",
			"Anna Sal;Anna", "Nguyen Ky Anh;Nguyen", "Ad Jansen;Ad", "AB de Villiers;AB", "Sam Smith;Sam",
			"SAM SMITH;SAM", "Anna Sam;Anna", "Sal Khan;Sal", "Maria Teo;Maria", "Per Hansson;Per", "Ina Gen;Ina",
			"Sia Berg;Sia", "Eva Sia;Eva", "Se, Anna;Anna", "Sas, Maria;Maria", "SAS, Maria;Maria", "Nguyen, Ag;Ag",
			"Lina Berg (AG);Lina", "Anna Maria Se;Anna", "anna se;anna", "Dr. Anna Se;Anna", "Frau Ab;Ab",
			"Anna Berg-Sas;Anna", "Anna O'Co;Anna", "Inge Corpuz;Inge", "Ken Limitone;Ken", "Conny Companys;Conny",
			"Pat Incledon;Pat", "Kai Gmbhardt;Kai", "Ana Ng;Ana", "Slava Ivanov;Slava", "Иван Оод;Иван", "김주원;김주원" })
	void personWithANameLikeALegalFormHasAFirstName(String name, String first) {
		assertThat(PersonName.firstNameOf(named(name))).isEqualTo(first);
	}

	@ParameterizedTest
	@MethodSource("io.frontlineservice.template.LegalForms#spellings")
	void eachListedSpellingIsFoundAfterAName(String form) {
		assertThat(PersonName.firstNameOf(named("Weber " + form))).isNull();
		assertThat(PersonName.firstNameOf(named("Weber & Ash " + form))).isNull();
	}

	@Test
	void firstNameFromTheCrmIsNotCheckedForLegalForms() {
		assertThat(PersonName.firstNameOf(customer("Weber KG", null, null, Map.of("first_name", "Ken"))))
			.isEqualTo("Ken");
		assertThat(PersonName.firstNameOf(customer("Maria SAS", null, null, Map.of("first_name", "Maria"))))
			.isEqualTo("Maria");
	}

}
