//! Conversion between WGS84 longitude and latitude and RD New (EPSG:28992) metres.
//!
//! Uses the published approximation polynomials of Schreutelkamp and Strang van Hees ("Benaderingsformules
//! voor de transformatie tussen RD- en WGS84-kaartcoördinaten", Geodesia 2001) with + - * / only, so that every
//! platform gives the same metres. It must not grow a second map projection: everything drawn is RD New.
//! Compared with the exact oblique stereographic projection on a grid of 0.05 degrees over longitude 0.9 to
//! 8.5 and latitude 50.3 to 54.3 (England to Osnabrück), the polynomials stay within 0.4 m, and both RD
//! coordinates keep growing with longitude and latitude: no fold-over. Back and forth stays within 0.3 m there.
//! See `map` for what is built on these metres.

/// Longitude in degrees (WGS84) of the point of origin, the tower of Onze Lieve Vrouwe in Amersfoort.
const LON_0: f64 = 5.387_206_21;
/// Latitude in degrees (WGS84) of the point of origin.
const LAT_0: f64 = 52.155_174_40;
/// RD coordinates in metres of the point of origin.
const X_0: f64 = 155_000.0;
/// RD coordinates in metres of the point of origin.
const Y_0: f64 = 463_000.0;

/// One term of a polynomial: power of the first variable, power of the second, coefficient.
type Term = (u8, u8, f64);

/// Metres east per (0.36 degrees latitude, 0.36 degrees longitude).
const EAST: [Term; 9] = [
    (0, 1, 190_094.945),
    (1, 1, -11_832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
];

/// Metres north per (0.36 degrees latitude, 0.36 degrees longitude).
const NORTH: [Term; 10] = [
    (1, 0, 309_056.544),
    (0, 2, 3_638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
];

/// Seconds of latitude per (100 km east, 100 km north).
const LATITUDE: [Term; 11] = [
    (0, 1, 3_235.653_89),
    (2, 0, -32.582_97),
    (0, 2, -0.247_50),
    (2, 1, -0.849_78),
    (0, 3, -0.065_50),
    (2, 2, -0.017_09),
    (1, 0, -0.007_38),
    (4, 0, 0.005_30),
    (2, 3, -0.000_39),
    (4, 1, 0.000_33),
    (1, 1, -0.000_12),
];

/// Seconds of longitude per (100 km east, 100 km north).
const LONGITUDE: [Term; 12] = [
    (1, 0, 5_260.529_16),
    (1, 1, 105.946_84),
    (1, 2, 2.456_56),
    (3, 0, -0.818_85),
    (1, 3, 0.055_94),
    (3, 1, -0.056_07),
    (0, 1, 0.011_99),
    (3, 2, -0.002_56),
    (1, 4, 0.001_28),
    (0, 2, 0.000_22),
    (2, 0, -0.000_22),
    (5, 0, 0.000_26),
];

/// RD New coordinates in metres, unrounded, of a WGS84 position in degrees.
/// Only meant for the box named at the top of this file; farther away the error grows quickly.
pub fn rd_from_wgs84(lon: f64, lat: f64) -> (f64, f64) {
    let north = 0.36 * (lat - LAT_0);
    let east = 0.36 * (lon - LON_0);
    (X_0 + sum(&EAST, north, east), Y_0 + sum(&NORTH, north, east))
}

/// RD New coordinates rounded to whole metres (half away from zero), the form everything in the map uses.
pub fn rd_metres(lon: f64, lat: f64) -> [i32; 2] {
    let (x, y) = rd_from_wgs84(lon, lat);
    [x.round() as i32, y.round() as i32]
}

/// WGS84 longitude and latitude in degrees of RD New metres.
pub fn wgs84_from_rd(x: f64, y: f64) -> (f64, f64) {
    let east = (x - X_0) / 100_000.0;
    let north = (y - Y_0) / 100_000.0;
    (LON_0 + sum(&LONGITUDE, east, north) / 3600.0, LAT_0 + sum(&LATITUDE, east, north) / 3600.0)
}

fn sum(terms: &[Term], first: f64, second: f64) -> f64 {
    terms.iter().map(|&(p, q, factor)| factor * power(first, p) * power(second, q)).sum()
}

/// Repeated multiplication, because `powi` may differ between platforms.
fn power(base: f64, exponent: u8) -> f64 {
    (0..exponent).fold(1.0, |product, _| product * base)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published control points: Amersfoort (origin) and the Westertoren in Amsterdam, both from the article.
    #[test]
    fn control_points_agree_with_the_publication() {
        let points = [
            (5.387_206_21, 52.155_174_40, 155_000.000, 463_000.000),
            (4.883_525_59, 52.374_532_53, 120_700.723, 487_525.501),
        ];
        for (lon, lat, x, y) in points {
            let (got_x, got_y) = rd_from_wgs84(lon, lat);
            assert!((got_x - x).abs() < 0.01 && (got_y - y).abs() < 0.01, "{got_x} {got_y}");
            let (got_lon, got_lat) = wgs84_from_rd(x, y);
            assert!((got_lon - lon).abs() < 1e-7 && (got_lat - lat).abs() < 1e-7, "{got_lon} {got_lat}");
        }
    }

    /// Values of the exact double stereographic projection with the seven-parameter datum shift.
    #[test]
    fn far_corners_stay_near_the_exact_projection() {
        let points = [
            (6.5667, 53.2194, 233_783.1, 582_065.6),
            (5.6909, 50.8514, 176_388.0, 317_996.2),
            (3.5709, 51.4425, 28_731.9, 385_284.3),
            (0.9, 50.3, -164_627.2, 266_371.3),
            (0.9, 54.3, -137_070.3, 710_872.4),
            (8.5, 54.3, 357_659.5, 706_117.5),
            (8.5, 50.3, 376_776.3, 261_306.8),
        ];
        for (lon, lat, x, y) in points {
            let (got_x, got_y) = rd_from_wgs84(lon, lat);
            assert!((got_x - x).abs() < 0.4 && (got_y - y).abs() < 0.4, "{lon} {lat}: {got_x} {got_y}");
        }
    }

    #[test]
    fn the_whole_map_is_monotone_and_comes_back() {
        for i in 0..=152 {
            for j in 0..=80 {
                let (lon, lat) = (0.9 + f64::from(i) * 0.05, 50.3 + f64::from(j) * 0.05);
                let (x, y) = rd_from_wgs84(lon, lat);
                assert!(rd_from_wgs84(lon + 1e-4, lat).0 > x);
                assert!(rd_from_wgs84(lon, lat + 1e-4).1 > y);
                let (back_lon, back_lat) = wgs84_from_rd(x, y);
                let (again_x, again_y) = rd_from_wgs84(back_lon, back_lat);
                assert!((again_x - x).abs() < 0.3 && (again_y - y).abs() < 0.3, "{lon} {lat}");
            }
        }
    }
}
