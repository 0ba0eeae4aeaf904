package io.frontlineservice.benchmark;

import java.util.List;

/** The parts of the names of {@link SampleCustomer}s. */
final class Names {

	static final List<String> FIRST = words("""
			Aaliyah Aaron Abigail Adam Adele Adrian Agnes Ahmed Aiko Aisha Alan Albert Alejandro Alexander Alice Alicia
			Amara Amelia Amina Ana Anders André Andrea Angela Anja Anna Antonio Arjun Astrid Ava Beatriz Ben Benjamin
			Björn Brenda Brian Camila Carlos Carmen Caroline Catherine Chen Chloé Christian Claire Clara Daniel David
			Deborah Deepak Diego Dmitri Dorothy Edward Elena Elif Elizabeth Ella Emeka Emily Emma Enrique Eric Erik
			Esther Ethan Eva Fatima Felix Fernando Fiona Francesca Frank Gabriel George Giulia Grace Gustav Hannah
			Harold Hassan Helen Henry Hiroshi Hugo Ibrahim Ida Ingrid Irene Isabel Ivan Jack Jacob James Jane Javier
			Jennifer Jing João Johanna John Jorge José Joseph Julia Kai Karen Karl Katarzyna Keiko Kenji Kevin Kwame
			Laila Lars Laura Leah Leila Leo Liam Lina Linda Lisa Louis Lucas Lucía Luis Łukasz Maja Marcus Margaret
			Maria Mark Marta Martin Mary Mateo Matthew Maya Mehmet Mei Michael Miguel Milan Mohammed Mónica Nadia Naomi
			Natalia Nathan Nia Nicole Nils Nina Noah Nora Olga Oliver Olivia Omar Oscar Pablo Patricia Paul Pedro Peter
			Priya Quentin Rachel Rafael Rania Raúl Rebecca Ricardo Richard Robert Rosa Ruth Ryan Sabine Samuel Sandra
			Sara Scott Sean Sebastian Sofia Søren Stefan Stephanie Susan Tariq Teresa Thomas Tim Tomasz Uma Valentina
			Vanessa Vera Victor Vikram Walter Wei William Ximena Yara Yasmin Yuki Yusuf Zahra Zoe Zofia""");

	static final List<String> LAST = words("""
			Abbott Acosta Adams Adeyemi Ahmad Alvarez Andersen Anderson Ångström Arslan Bailey Baker Bakker Barnes
			Bauer Becker Bell Bennett Bianchi Brooks Brown Bryant Burke Butler Campbell Carlson Carter Castillo
			Chapman Chaudhary Chavez Clark Coleman Collins Contreras Cook Cooper Costa Cox Cruz Cunningham Daniels
			Davies Delgado Demir Diaz Dixon Dubois Duncan Dupont Edwards Ellis Eriksson Estrada Evans Fernandes Ferrari
			Fischer Fisher Fleming Flores Ford Foster Fournier Fox Freeman Fuentes García Gardner Gibson Gomez
			González Gordon Graham Grant Gray Green Greene Griffin Gupta Gutierrez Haddad Hall Hamilton Hansen Harris
			Harrison Hart Hayes Henderson Hernández Herrera Hoffmann Holm Howard Huang Hughes Hunt Hunter Ito Ivanov
			Jackson Jansen Jenkins Jensen Jiménez Johansson Johnson Jones Jordan Joshi Kaplan Kaya Kelly Kennedy Khan
			Kim King Klein Knight Koch Kowalski Kumar Lambert Larsen Lawson Lee Lefebvre Lewis Li Lindgren Liu Long
			Lopez Marino Marshall Martin Martínez Mason Matthews McCarthy McDonald Medina Mehta Mendoza Meyer Miller
			Mitchell Moore Morales Moreau Moreno Morgan Morris Müller Murphy Murray Myers Nakamura Navarro Nelson
			Nguyen Nielsen Novak Nowak O'Brien O'Connor Okafor Okonkwo Oliveira Olsen Ortiz Owens Palmer Park Parker
			Patel Pereira Perez Perry Petersen Peterson Phillips Popescu Powell Price Quinn Ramírez Ramos Reddy Reed
			Reyes Reynolds Ricci Richardson Rivera Roberts Robinson Rodríguez Rogers Romano Romero Rossi Roux Ruiz
			Russell Russo Ryan Sanchez Sanders Santos Sato Schmidt Schneider Schröder Scott Shah Sharma Shaw Silva
			Simmons Simon Singh Smith Snyder Sokolov Soto Spencer Stein Stewart Stone Sullivan Suzuki Svensson Tanaka
			Taylor Thompson Torres Tran Tucker Turner Vargas Vasquez Vogel Wagner Walker Wallace Wang Ward Warren
			Watanabe Watson Weber Weiß Wells West White Williams Wilson Wójcik Wolf Wong Wood Wright Yamamoto Yang
			Yılmaz Young Zhang Zhou Zimmermann""");

	static final List<String> COMPANY = words("""
			Acme Alpine Amber Arbor Atlas Aurora Beacon Birch Blue Bright Cedar Cobalt Copper Coral Delta Eagle Ember
			Evergreen Falcon Fern Forge Galaxy Granite Harbor Hazel Horizon Iris Juniper Keystone Lakeside Lantern Lark
			Lighthouse Lotus Maple Meadow Meridian Mosaic Nimbus Northwind Oak Ocean Olive Onyx Orchard Pacific Pioneer
			Polar Prairie Quartz Raven Redwood Ridge River Sable Sage Silver Solstice Spruce Sterling Summit Sunrise
			Tidal Timber Topaz Tundra Union Valley Vertex Willow Zenith""");

	static final List<String> TRADE = words("""
			Analytics Bakery Builders Capital Consulting Foods Freight Health Holdings Insurance Labs Logistics Media
			Motors Partners Pharma Properties Software Systems Travel""");

	private Names() {
	}

	private static List<String> words(String text) {
		return List.of(text.strip().split("\\s+"));
	}

}
