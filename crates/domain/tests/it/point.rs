//! Distances within a town, against the great circle.

use domain::catalogue::Point;
use proptest::prelude::*;

/// Metres over a sphere, in floats; the domain has none.
fn haversine(a: Point, b: Point) -> f64 {
    let radians = |micro: i32| (f64::from(micro) / 1e6).to_radians();
    let (north, east) = (
        radians(b.latitude_micro) - radians(a.latitude_micro),
        radians(b.longitude_micro) - radians(a.longitude_micro),
    );
    let along = radians(a.latitude_micro).cos() * radians(b.latitude_micro).cos();
    let half = (north / 2.0).sin().powi(2) + along * (east / 2.0).sin().powi(2);
    2.0 * 6_371_000.0 * half.sqrt().asin()
}

/// Anywhere in China, and up to some thirty kilometres from there.
fn neighbours() -> impl Strategy<Value = (Point, Point)> {
    let place = (73_500_000..135_000_000, 18_000_000..53_500_000);
    (place, -250_000..250_000, -250_000..250_000).prop_map(|((longitude_micro, latitude_micro), east, north)| {
        let here = Point { longitude_micro, latitude_micro };
        (here, Point { longitude_micro: longitude_micro + east, latitude_micro: latitude_micro + north })
    })
}

proptest! {
    #[test]
    fn right_to_one_percent_within_a_town((a, b) in neighbours()) {
        let (flat, round) = (f64::from(a.metres_to(b)), haversine(a, b));
        prop_assert!((flat - round).abs() <= round * 0.01 + 2.0, "{} for {}", flat, round);
        let back = f64::from(b.metres_to(a));
        prop_assert!((flat - back).abs() <= flat * 0.01 + 2.0, "{} there, {} back", flat, back);
    }

    #[test]
    fn any_two_points_have_a_distance(a in any::<(i32, i32)>(), b in any::<(i32, i32)>()) {
        let point = |(longitude_micro, latitude_micro)| Point { longitude_micro, latitude_micro };
        let _ = point(a).metres_to(point(b));
        prop_assert_eq!(point(a).metres_to(point(a)), 0);
    }
}

#[test]
fn from_the_lake_to_the_station() {
    let lake = Point { longitude_micro: 120_155_000, latitude_micro: 30_251_000 };
    let station = Point { longitude_micro: 120_212_000, latitude_micro: 30_291_000 };
    assert!((6_900..7_200).contains(&lake.metres_to(station)), "{}", lake.metres_to(station));
}
