package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names and numbers are found however they are typed, by adapters that search with
 * package {@code crm.search}. Each line has two ways to write the same; it does not
 * matter which is stored and which is typed.
 */
public abstract class SearchTableContract {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Άννα Παπαδοπούλου     | αννα παπαδοπουλου
			Άννα Παπαδοπούλου     | ΑΝΝΑ ΠΑΠΑΔΟΠΟΥΛΟΥ
			Γιώργος Παππάς        | ΓΙΩΡΓΟΣ ΠΑΠΠΑΣ
			Γιώργος Παππάς        | γιωργοσ παππασ
			Μαΐου Ευφυΐα          | μαιου ευφυια
			Ἀθηνᾶ ᾠδή             | Αθηνα Ωιδη
			Фёдор Соловьёв        | федор соловьев
			Фёдор Соловьёв        | ФЕДОР СОЛОВЬЕВ
			Алексей               | АЛЕКСЕЙ
			Алексей               | Алексеи\u0306
			Пётр Ильи́ч            | петр ильич
			Їжакевич              | іжакевич
			Лук’яненко            | лук'яненко
			Лукʼяненко            | лук'яненко
			Đặng Thị Nguyễn       | dang thi nguyen
			İnci Yılmaz Işık      | INCI YILMAZ ISIK
			İnci Yılmaz Işık      | inci yılmaz ışık
			Jörg Weiß Straße      | JORG WEISS STRASSE
			Weiß                  | WEIẞ
			Łódź Żółć             | LODZ zolc
			Søren Ærø Åse Đorić   | soren aero ase doric
			Þór Guðrún            | thor gudrun
			Œuvre Ŋ Ħ             | OEUVRE n h
			Müller                | Mu\u0308ller
			ﬁlm ﬂora              | FILM FLORA
			Ｎｏｒａ                  | nora
			No\u00ADra Z\u200Doe      | nora zoe
			\u202ANora\u202C            | nora
			مُحَمَّد أَحْمَد           | محمد احمد
			آمنة إبراهيم ٱلله       | امنة ابراهيم الله
			فاطمة علي             | فاطمه علی
			كريم محـــمد          | کریم محمد
			שָׁלוֹם כֹּהֵן            | שלום כהן
			ანა                   | ᲐᲜᲐ
			Հայկ                  | ՀԱՅԿ
			ﾀﾅｶ                   | タナカ
			가나                   | 가나
			""")
	void aNameIsFoundInEitherSpelling(String one, String other) {
		assertThat(isFound(named(one), other)).isTrue();
		assertThat(isFound(named(other), one)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Андрей                | Андреи
			Ўзбек                 | Узбек
			がんば                 | かんは
			กิ                    | กุ
			कि                    | कु
			Ольга                 | Олга
			Άννα                  | Ελλα
			""")
	void lettersThatDifferByMoreThanAnAccentAreNotTheSame(String one, String other) {
		assertThat(isFound(named(one), other)).isFalse();
		assertThat(isFound(named(other), one)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+5215512345678        | +525512345678
			+5219991234567        | +529991234567
			+551187654321         | +5511987654321
			+553161234567         | +5531961234567
			+5491123456789        | +541123456789
			+5492901234567        | +542901234567
			""")
	void aNumberIsFoundInBothFormsAlsoWhenHalfTyped(String byWhatsApp, String byPeople) {
		assertFoundByPieces(byWhatsApp, byPeople);
		assertFoundByPieces(byPeople, byWhatsApp);
	}

	private void assertFoundByPieces(String stored, String typed) {
		CrmAdapter adapter = adapterOf(List.of(reached(stored)));
		for (int start = 0; start < typed.length(); start++) {
			for (int end = Math.max(start, 1) + 1; end <= typed.length(); end++) {
				String piece = typed.substring(start, end);
				assertThat(isFound(adapter, piece)).as("%s for %s", piece, stored).isTrue();
			}
		}
		assertThat(isFound(adapter, "00" + typed.substring(1))).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+5215512345678        | +52 55 1234 5678
			+525512345678         | +52 1 55 1234-5678
			+525512345678         | 55 1234 5678
			+525512345678         | 1 55 1234
			+5511987654321        | +55 (11) 8765-4321
			+551187654321         | +55 11 98765-4321
			+551187654321         | (011) 98765
			+551187654321         | 11987654321
			+5511987654321        | 011 8765-4321
			+541123456789         | +54 9 11 2345-6789
			+5491123456789        | +54 11 2345-6789
			+5491123456789        | 011 15 2345-6789
			+5491123456789        | 0111523456789
			+541123456789         | 11 15-2345
			+49301234567          | +49 (0) 30 1234567
			+49301234567          | +49 (0)30 1234567
			+49301234567          | +49(0)301234567
			+49301234567          | +49 ( 0 ) 30 12
			+49301234567          | +49 [0] 30 12
			+49301234567          | 0049 (0)30/1234567
			+49301234567          | +49（0）30 1234567
			+49301234567          | (0)30 1234567
			+49301234567          | +49 030 1234567
			+442079460101         | +44 (0) 20 7946
			+39061234567          | +39 (0)6 1234567
			+39061234567          | +39(0)61234567
			+39061234567          | +39 (0) 6 1234567
			+34910000000          | +34 (0) 910 000 000
			""")
	void aNumberIsFoundInOtherNotations(String stored, String typed) {
		assertThat(isFound(reached(stored), typed)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+551137654321         | 11937654321
			+5215512345678        | +5225512345678
			+14155550101          | +194155550101
			+49301234567          | +49301234568
			+49301234567          | (0)
			+49301234567          | +49(1)30
			+4930999              | +49 (0) 1
			""")
	void aNumberIsNotFoundByAnother(String stored, String typed) {
		assertThat(isFound(reached(stored), typed)).isFalse();
	}

	/** Returns an adapter for a CRM that has exactly these customers. */
	protected abstract CrmAdapter adapterOf(List<CrmCustomer> customers);

	private static CrmCustomer named(String name) {
		return customer("1", name);
	}

	private static CrmCustomer reached(String number) {
		return reachable(customer("1", "Xenia"), null, List.of(), new Channel(ChannelType.SMS, number));
	}

	private boolean isFound(CrmCustomer customer, String query) {
		return isFound(adapterOf(List.of(customer)), query);
	}

	private static boolean isFound(CrmAdapter adapter, String query) {
		return !new Walk(adapter, Audience.EVERYONE, query).ids().isEmpty();
	}

}
